"""Days and remarks, as people say them."""

from datetime import date

from django.utils.translation import override

from luoshi.core.reading import read
from luoshi.edge.web.reading.words import day, remaining, remark

TODAY = date(2026, 6, 18)


def test_a_day_of_this_year_needs_no_year() -> None:
    with override("zh-hans"):
        assert day(date(2026, 6, 30), TODAY) == "6月30日 周二"
        assert day(date(2027, 1, 1), TODAY) == "2027年1月1日 周五"
    with override("en"):
        assert day(date(2026, 6, 30), TODAY) == "Tue 30 Jun"


def test_counts_the_days_that_are_left() -> None:
    with override("zh-hans"):
        assert remaining(date(2026, 6, 30), TODAY) == "还剩 12 天"
        assert remaining(TODAY, TODAY) == "就在今天"
        assert remaining(date(2026, 6, 17), TODAY) == "已过 1 天"
    with override("en"):
        assert remaining(date(2026, 6, 19), TODAY) == "1 day left"
        assert remaining(date(2026, 6, 16), TODAY) == "2 days ago"


def test_what_the_reader_remarks_is_said_in_the_language_of_the_page() -> None:
    reading = read("一、印发方案。（列在首位的为牵头单位，以下均由县府办负责，不再列出）\n0206年完成。")
    found = reading.conventions + reading.warnings
    with override("zh-hans"):
        assert [remark(each) for each in found] == [
            "文件约定：列在第一位的单位牵头。",
            "文件约定：未注明单位的任务由县府办负责。",
            "年份疑似扫描错误，未据此推算日期：0206年",
            "没有读到任务：请确认这是部署类文件，或换一份文字版。",
        ]
    with override("en"):
        said = [remark(each) for each in found]
        assert said[-1].startswith("No tasks were found")
        assert "县府办 is responsible" in said[1]
