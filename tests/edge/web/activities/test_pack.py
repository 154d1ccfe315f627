"""What is brought to a meeting, on the page and as a document: the same words in both."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from luoshi.act.activities.actions import record, resolve
from luoshi.act.activities.telling import Decision
from luoshi.edge.exchange.meeting_pack import Brought, MeetingPack, meeting_pack
from world.ground import AT, TODAY
from world.meetings import branch
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _lines(content: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(content)).paragraphs if each.text]


def test_the_document_says_what_the_page_says_and_is_chinese_for_every_reader() -> None:
    who = branch()
    met = record(who.telling(), by=who.secretary, at=AT)
    decided = Decision("再访一次", who.branch, "三户都见到", date(2026, 3, 30))
    resolve(met, decided, by=who.secretary, at=AT)
    client = client_of(who.secretary)
    address = f"/activities/in/{who.branch.pk}/pack"
    page = client.get(f"{address}/?kind=general_meeting").content.decode()
    assert f"{address}.docx?kind=general_meeting" in page
    assert "<td>再访一次</td>" in page
    for language in ("zh-hans", "en"):
        answer = client.get(f"{address}.docx?kind=general_meeting", headers={"accept-language": language})
        assert "filename*" in answer["Content-Disposition"]
        lines = _lines(answer.content)
        assert lines[0] == f"{who.branch.name}党员大会会议材料"
        assert any("第一议题" in each for each in lines)
        assert "1. 再访一次；2026年3月30日前办结；完成标准：三户都见到。" in lines
        assert "有表决权的6人，到会4人可以表决。" in lines
        assert any(each.startswith("□寅书记\u3000□") for each in lines)
    assert client.get(f"{address}.docx?kind=nothing").status_code == 404
    assert client_of(who.others[0]).get(f"{address}.docx").status_code == 404


def test_a_task_is_brought_with_its_deadline_its_standard_and_what_is_wanting() -> None:
    task = Brought("走访困难党员。", "三户都见到。", date(2026, 3, 9), ("走访记录", "照片"))
    said = MeetingPack("一支部", "支委会", (), (task,), tuple("甲乙丙丁戊"), None, TODAY)
    lines = _lines(meeting_pack(said))
    assert "1. 走访困难党员；2026年3月9日前办结；完成标准：三户都见到；要带的材料：走访记录、照片。" in lines
    assert "□甲\u3000□乙\u3000□丙\u3000□丁" in lines
    assert "□戊" in lines
    assert "1. ＿＿＿＿＿＿" in lines
