"""Red heads, report titles and headings that older readers missed; invented."""

from luoshi.core.reading import read


def test_a_red_head_is_no_part_of_the_title() -> None:
    reading = read(
        "海州市人民政府办公室文件\n海政办发〔2026〕12号\n\n海州市人民政府办公室关于印发海州市督查工作办法的通知\n\n"
        "各县（市、区）人民政府：\n现印发给你们。\n\n海州市人民政府办公室\n2026年3月1日\n"
    )
    assert reading.title == "海州市人民政府办公室关于印发海州市督查工作办法的通知"
    assert (reading.issuer, reading.document_number) == ("海州市人民政府办公室", "海政办发〔2026〕12号")


def test_two_issuers_are_both_named() -> None:
    reading = read("中共海州市委办公室 海州市人民政府办公室\n关于加强督查工作的意见\n一、建立台账\n")
    assert reading.issuer == "中共海州市委办公室 海州市人民政府办公室"


def test_the_speaker_is_no_part_of_a_reports_title() -> None:
    reading = read(
        "政府工作报告\n——2026年1月10日在海州市第九届人民代表大会上\n海州市市长 某某\n各位代表：\n一、2025年工作回顾\n"
    )
    assert reading.title == "政府工作报告——2026年1月10日在海州市第九届人民代表大会上"
    assert (reading.kind, str(reading.issued_on)) == ("speech", "2026-01-10")


def test_a_division_of_a_reports_tasks_is_no_speech() -> None:
    assert read("海州市2026年《政府工作报告》重点任务分解表\n一、任务\n").kind == "division"


def test_actions_count_themselves() -> None:
    outline = read("行动一 强化督查\n1.建立台账\n2.开展检查\n行动二：强化考核\n1.通报结果\n").outline
    assert [(clause.level, clause.number, clause.title) for clause in outline] == [
        (1, "行动一", "强化督查"),
        (2, "1", "建立台账"),
        (2, "2", "开展检查"),
        (1, "行动二", "强化考核"),
        (2, "1", "通报结果"),
    ]


def test_short_lines_are_a_list_and_no_wrapped_text() -> None:
    text = "一、总体要求\n（一）主要目标\n1．建立\n（1）梳理\n①核对\n②上报\n（2）检查\n2．督查\n（二）原则\n"
    assert [clause.number for clause in read(text).outline][3:7] == ["（1）", "①", "②", "（2）"]
