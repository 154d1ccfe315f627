"""Splits a list of units as documents write them: 市发展改革委、工业和信息化局等有关部门及各地区."""

import re

_SEPARATOR = re.compile(r"[、，；/,]|\s+")
_GENERIC = r"(?:各|有关|相关|其他|全市|全县|全省|全区|国务院(?:各|有关|相关)|[省市县区](?:各|有关|相关|直))"
_JOIN = re.compile(rf"(?:以及|及|和|与|并)(?={_GENERIC})")
_AND_SO_ON = re.compile(r"等(?=(?:$|[和及与]|国务院|中央|[省市县区]直|有关|相关|各|单位|部门))")
_JOINED = re.compile(r"(?<=[部委局办厅署会院行社处室中心公司司院校联])(?:以及|及|和|与)(?=[\u4e00-\u9fff]{2,}(?:部|委|局|办|厅|署|会|院|行|总社|处|室|中心|公司|政府|部门|单位|地区)$)")
_INNER = re.compile(r"(?:和信息化|和规划|和旅游|和社会保障|和改革|和城乡建设|和计划生育|和体育|和水务|和草原|和应急|和园林|和商务|和科技|和医疗|和金融|和农村|和新闻|和技术|和综合|和退役|和统战|和大数据|和交通|和林业|和生态|和宗教|和监督|和执法|和服务)")
_NOTHING = frozenset({"", "等", "单位", "部门", "等单位", "等部门", "无", "-", "--", "/", "各", "和", "及"})


def split_units(text: str) -> tuple[str, ...]:
    """The units named in a folded list, in order and each once; names keep their inner 和 and brackets.

    >>> split_units("财政部、税务总局等国务院相关部门及各地区")
    ('财政部', '税务总局', '国务院相关部门', '各地区')
    """
    listed = _AND_SO_ON.sub("、", re.sub(r"\n", "", text).strip(" 。（）：由"))
    listed = _JOIN.sub("、", listed)
    found: dict[str, None] = {}
    for piece in _pieces(listed):
        for unit in _conjoined(piece.strip()):
            if unit not in _NOTHING:
                found[unit] = None
    return tuple(found)


def _pieces(listed: str) -> list[str]:
    """Split at separators outside brackets."""
    pieces, depth, start = [], 0, 0
    for match in re.finditer(r"[（）]|[、，；/,]|\s+", listed):
        mark = match[0]
        if mark == "（":
            depth += 1
        elif mark == "）":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append(listed[start : match.start()])
            start = match.end()
    return [*pieces, listed[start:]]


def _conjoined(piece: str) -> list[str]:
    """Split 甲局和乙局, but not 自然资源和规划局: both sides must be names of their own."""
    if _INNER.search(piece):
        return [piece]
    return _JOINED.split(piece)
