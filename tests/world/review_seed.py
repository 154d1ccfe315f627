"""A committee with its units, a secretary who reviews, and documents to review; run by the journeys in their installation."""

import django

# Standing alone it is a program, and nothing of Django loads before this.
django.setup()

from datetime import UTC, datetime, timedelta  # noqa: E402  # as above
from pathlib import Path  # noqa: E402  # as above

from luoshi.ground.organizations.models import OrganizationKind  # noqa: E402  # as above
from luoshi.ground.people.models import PostKind  # noqa: E402  # as above
from luoshi.plan.deployments.actions import deploy  # noqa: E402  # as above

from .ground import plant  # noqa: E402  # as above
from .loop import holder  # noqa: E402  # as above
from .signing import let_in  # noqa: E402  # as above

UNITS = ("市公安局", "市卫生健康委", "市民政局", "市政务服务中心", "海州市数据局")
TOPICS = ("服务窗口", "数据共享", "证明清理", "村居站点")
LOOSE = "海州市政府办"
DEMO = Path(__file__).resolve().parents[2] / "src/luoshi/content/demo"


def forty_clauses(today: datetime) -> str:
    """Return a plan of forty clauses, as they come: most are complete, some name a unit otherwise or no day."""
    due = datetime(today.year + 1, 3, 10, tzinfo=UTC)
    due += timedelta(days=2 if due.weekday() > 4 else 0)
    on = f"{due.year}年{due.month}月{due.day}日前完成"
    lines = ["海州市重点工作推进方案", "", "海办发〔2026〕8号", ""]
    for number in range(1, 38):
        unit = LOOSE if number % 9 == 0 else UNITS[number % 4]
        when = "年内完成" if number % 12 == 0 else on
        topic = f"{TOPICS[number % 4]}{number}期"
        lines.append(
            f"{number}. 办好{topic}。印发{topic}办理细则，覆盖不少于{number + 3}个点位。（{unit}牵头；{when}）"
        )
    lines += [f"{number}. 过去一年的成绩。去年以来，各项工作取得了明显成效。" for number in (38, 39, 40)]
    return "\n".join(lines)


def main() -> None:
    """Plant everybody, deploy the documents, and print the secretary's account."""
    now = datetime.now(UTC)
    root = plant("海州市市直机关工委", kind=OrganizationKind.WORK_COMMITTEE)
    for name in UNITS:
        unit = plant(name, root, OrganizationKind.UNIT)
        for number in "一二":
            plant(f"{name}第{number}党支部", unit)
    plant("市政府办公室", root, OrganizationKind.UNIT)
    secretary = holder("周书记", root, PostKind.SECRETARY)
    let_in(secretary)
    texts = [forty_clauses(now), *((DEMO / f"{name}.txt").read_text("utf-8") for name in ("plan", "speech"))]
    for place, text in enumerate(texts):
        deploy(text, f"文件{place}", organization=root, by=secretary, at=now)
    print(secretary.account)  # noqa: T201  # this is what the journey waits for


if __name__ == "__main__":
    main()
