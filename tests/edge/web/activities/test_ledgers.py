"""A ledger in the browser: previewed, its columns mended, imported by the worker, the layout remembered."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from luoshi.act.activities.models import Activity
from luoshi.act.activities.queries import held
from luoshi.edge.exchange.ledgers.sheets import copied
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.models import Job, JobStage
from world.ledgers import ledger_file, pasted_rows
from world.meetings import branch
from world.sheets import filled_in
from world.signing import client_of

pytestmark = pytest.mark.django_db
TITLES = ("日期", "开会", "主题", "到会人员", "内容")
ROW = ("2025-03-05", "党员大会", "春季大会", "寅书记、卯委员", "讨论了计划")
WRONG = ("2025-03-06", "党员大会", "第二次", "无此人", "讨论")


def test_a_ledger_is_previewed_mended_imported_and_remembered() -> None:
    who = branch()
    client = client_of(who.secretary)
    address = f"/activities/in/{who.branch.pk}/ledger/"
    assert client.get(address).status_code == 200
    first = client.post(address, {"rows": pasted_rows([ROW, WRONG], TITLES)})
    assert "没有认出“类别”" in first.content.decode()
    chosen = filled_in(first, "form[action$='import/']") | {"column-kinds": "2"}
    second = client.post(address, chosen)
    page = second.content.decode()
    for words in ("共 2 行：新记 1 次活动", "D3：没有找到“无此人”", "导入 1 次活动", "2025-03-06\t党员大会"):
        assert words in page
    begun = client.post(f"{address}import/", filled_in(second, "form[action$='import/']"))
    job = Job.objects.get()
    assert begun.headers["Location"] == f"/jobs/{job.pk}/"
    done = carry_out(Job.objects.get())
    assert (done.stage, done.facts["new"], done.facts["refused"]) == (JobStage.DONE, "1", "1")
    assert [met.kind for met in held(who.branch, 2025)] == ["general_meeting"]
    assert client.get(done.link).status_code == 200
    again = client.post(address, {"rows": pasted_rows([ROW], TITLES)})
    assert "1 次已经记过" in again.content.decode()


def test_a_file_is_read_and_what_is_none_is_said() -> None:
    who = branch()
    client = client_of(who.secretary)
    address = f"/activities/in/{who.branch.pk}/ledger/"
    file = SimpleUploadedFile("台账.xlsx", ledger_file([ROW], TITLES))
    assert client.post(address, {"file": file}).status_code == 200
    for given, sentence in (
        ({}, "没有选文件，也没有贴内容"),
        ({"file": SimpleUploadedFile("a.xlsx", b"no")}, "a.xlsx"),
    ):
        answer = client.post(address, given)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


WRONG_BY = (
    ("2025-02-30", "党员大会", "{}", "寅书记", "讨论"),
    ("2099-01-01", "党员大会", "{}", "寅书记", "讨论"),
    ("2025-03-06", "茶话会", "{}", "寅书记", "讨论"),
    ("2025-03-06", "党员大会", "{}", "寅书记、卯委员、寅书记", "讨论"),
    ("2025-03-06", "党员大会", "{}", "寅书记、无此人", '一、学习\n二、"讨论"'),
)
FAULTS = ("“2025-02-30”不是完整的日期", "还没有到", "“茶话会”不是活动类别", "“寅书记”列了两次", "“无此人”")
KINDLY = ("日期", "类别", "主题", "到会人员", "内容")


@pytest.mark.parametrize("uploaded", [False, True], ids=["pasted", "uploaded"])
def test_of_five_hundred_rows_with_thirty_faults_all_others_are_entered_and_none_is_lost(
    *, uploaded: bool
) -> None:
    who = branch()
    client = client_of(who.secretary)
    address = f"/activities/in/{who.branch.pk}/ledger/"
    faulty = {row * 16: row % 5 for row in range(30)}
    rows = [
        tuple(cell.format(f"第{row}次") for cell in WRONG_BY[faulty[row]])
        if row in faulty
        else ("2025-03-05", "党员大会", f"第{row}次", "寅书记、卯委员", "讨论了计划")
        for row in range(500)
    ]
    file = SimpleUploadedFile("台账.xlsx", ledger_file(rows, KINDLY))
    shown = client.post(address, {"file": file} if uploaded else {"rows": copied([KINDLY, *rows])})
    page = unescape(shown.content.decode())
    assert "共 500 行：新记 470 次活动，0 行与别的行是同一次，0 次已经记过，30 行不能导入。" in page
    # Above the header of the file stands its heading.
    first = 3 if uploaded else 2
    said = re.findall(r'<li translate="no">[A-E](\d+)：(.*?)</li>', page)
    assert [int(row) - first for row, _words in said] == list(faulty)
    assert [FAULTS[faulty[int(row) - first]] in words for row, words in said] == [True] * 30
    client.post(f"{address}import/", filled_in(shown, "form[action$='import/']"))
    assert carry_out(Job.objects.get()).facts["new"] == "470"
    left = filled_in(shown, "form[enctype]")["rows"]
    assert left.replace("\r\n", "\n") == copied([KINDLY, *(rows[row] for row in faulty)])
    mended = left.replace("2025-02-30", "2025-02-28").replace("2099", "2025").replace("茶话会", "党课")
    again = client.post(address, {"rows": mended.replace("、寅书记", "").replace("无此人", "卯委员")})
    client.post(f"{address}import/", filled_in(again, "form[action$='import/']"))
    assert carry_out(Job.objects.latest("pk")).facts["new"] == "30"
    assert Activity.objects.filter(minutes='一、学习\n二、"讨论"').count() == 6


def test_what_was_previewed_by_somebody_else_is_not_imported() -> None:
    who = branch()
    mine, theirs = client_of(who.secretary), client_of(who.publicist)
    address = f"/activities/in/{who.branch.pk}/ledger/"
    shown = mine.post(address, {"rows": pasted_rows([ROW], TITLES)})
    kept = filled_in(shown, "form[action$='import/']")
    for target in (address, f"{address}import/"):
        assert theirs.post(target, kept).status_code == 422
    assert not Job.objects.exists()
