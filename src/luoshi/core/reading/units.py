"""Splits a list of units as documents write them: 市发展改革委、工业和信息化局等有关部门及各地区."""

import re

_GENERIC = "各|有关|相关|其他|[全省市县区](?:各|有关|相关|直)|国务院(?:各|有关|相关)|试点"
_AND_SO_ON = re.compile(r"等(?=$|[和及与、]|国务院|中央|[省市县区]直|有关|相关|各)|等(?:单位|部门)$")
_AND_ALL = re.compile(rf"(?:以及|[及和与])(?={_GENERIC})")
_SPLIT = re.compile(r"（[^（）]*）|([、，；/]|\s+)")
_SPACED_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_RUN_TOGETHER = re.compile(
    r"(?<=[处室办部门位组])(?=各[\u4e00-\u9fff])|(?<=[处室])(?=[\u4e00-\u9fff]{1,3}[处室组委办会]$)"
)
_TAIL = "(?:部|委|局|办|厅|署|会|行|总社|处|室|中心|公司|政府|办公室)"
_TWO_NAMES = re.compile(rf"([\u4e00-\u9fff]{{2,}}{_TAIL})(?:以及|[及和与])([\u4e00-\u9fff]{{2,}}{_TAIL})")
_PLACE_OF = re.compile(r"[\u4e00-\u9fff]{2,3}((?:市|县|区)(?:人民)?(?:政府|委|政府办公室))")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}(?<![部委局办厅署会院处室市县区各])")
_PLACE_KIND = r"(?:自治[州县旗]|[市州盟县区旗乡镇]|街道)(?:（[^（）]{1,8}）)?"
_EACH_OF = re.compile(rf"各({_PLACE_KIND}(?:、{_PLACE_KIND})+)((?:人民)?政府|党委|党工委|管委会)")
_UNIT = re.compile(
    "(?:[部委局办厅署会院行社处室组队所站企科司库团公关心府门位区构织集校园所县市省方乡镇级体人记办长段科]"
    "|联|协|台|制|馆|场|道|党委|支行|银行|基金|公司|学|企业|政府)(?:（[^（）]*）)?$"
)
_NO_UNIT = frozenset({"", "等", "单位", "部门", "无", "-", "--", "/"})


def split_units(text: str) -> tuple[str, ...]:
    """The units named in a folded list, in order and each once; names keep their inner 和 and brackets.

    >>> split_units("财政部、税务总局等国务院相关部门及各地区")
    ('财政部', '税务总局', '国务院相关部门', '各地区')
    """
    listed = _SPACED_NAME.sub(r"\1\2", text.strip(" 。：\t"))
    listed = _AND_ALL.sub("、", _AND_SO_ON.sub("、", listed.removeprefix("由")))
    listed = _EACH_OF.sub(_each_of, _RUN_TOGETHER.sub("、", listed))
    pieces = [name for piece in _pieces(listed) for name in _names(piece.strip(" ："))]
    return tuple(dict.fromkeys(name for name in _filled_out(pieces) if name not in _NO_UNIT))


def is_unit(name: str) -> bool:
    """Whether a name ends like an office, a place or a group of people."""
    return bool(_UNIT.search(name))


def _each_of(match: re.Match[str]) -> str:
    """各县、区政府 is 各县政府、各区政府: the kinds of places share 各 and the ending."""
    return "、".join(f"各{kind}{match[2]}" for kind in match[1].split("、"))


def _pieces(listed: str) -> list[str]:
    """Split at separators outside brackets."""
    pieces, start = [], 0
    for match in _SPLIT.finditer(listed):
        if match[1]:
            pieces.append(listed[start : match.start()])
            start = match.end()
    return [*pieces, listed[start:]]


def _names(piece: str) -> tuple[str, ...]:
    """甲局和乙局 are two names; 自然资源和规划局 is one, because 自然资源 is no office."""
    pair = _TWO_NAMES.fullmatch(piece)
    return (pair[1], pair[2]) if pair else (piece,)


def _filled_out(pieces: list[str]) -> list[str]:
    """海州、滨江市政府 shares its ending: both are city governments."""
    filled: list[str] = []
    ending = ""
    for piece in reversed(pieces):
        whole = _PLACE_OF.fullmatch(piece)
        if whole:
            ending = whole[1]
        elif ending and _PLACE.fullmatch(piece):
            filled.append(piece + ending)
            continue
        else:
            ending = ""
        filled.append(piece)
    return filled[::-1]
