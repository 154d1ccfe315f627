"""Who is addressed in running text: 各级党组织要…, 党委（党组）书记要切实…."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?:^|[，；：、])(?:同时|因此|所以|特别是|但是|当前|今年|下一步|比如)?，?(?:由|请|希望)?([^，；：。“”]{2,36}?)(?:都|还|也|均|更)?(?:每(?:半?年|月|季度?|周)|今年|年内|全年|下一步)?(?:一定)?"
    r"(?:(?<![主重需只首])要(?!求|素|点|么|件|务)|必须|应当|务必|务于|计划|负责(?=[^任人同的]))"
)
_ASKED = re.compile(
    r"(?:希望|请)((?:(?!坚持|对|把|将|在|按|于)[^，；：]){1,14}?(?:组织|单位|部门|地区|支部|[委局办厅]))(?=[^，；]{2,})"
)
_MADE_TO = re.compile(
    r"由([^，；：]{2,20}?)(?:牵头|负责(?=[^任人同的])|统筹|会同)|作为([^，；：]{2,16})，(?=[^，；]{0,10}(?:要|必须|应))"
)
_EVERY = re.compile(r"(?:^|[，；：])([^，；：。“”每]{2,16}?)每(?:半?年|季度?|月|周|学期)(?=[^，；。]{2,})")
_PARTY = re.compile(
    r"(?:组织|书记|部门|单位|党委|党组|纪委|支部|领导|成员|委员|干部|党员|工委|处室|科室|负责人|班子|办公室|小组|机关|同志|委|局|办|厅|部|院|校|社区|街道|乡镇|各地|地区|各级|政府|企业|人员|中心|学校|室|专班|组|地方|省份|城市|财政|妇联|共青团|工会|团体|省区市|区县|县区|部门各方面)(?:（[^）]*）)?$"
)
_LEADING = re.compile(r"^(?:我们?|希望|请|由|其中|全体同志和|作为|同时|各位|虽然|但是?|那么)*")
_NOT_A_PARTY = re.compile(
    r"^(?:对|把|将|以|从|在|为|向|按|通过|围绕|加强|抓好|推动|这|那|如何|就是|关于|坚持|引导|使|让|不得|不能|凡是)"
)
_LISTED = re.compile("、")
_SHARED = re.compile(r"(?:各级?|基层|有关|相关|全[省市县区]各?级?)[^、]{1,8}[和及]")
_SPLIT = re.compile(r"、|和(?=[^谐平解])|及|，")


def parties(sentence: str) -> tuple[str, ...]:
    """The parties a folded sentence addresses, in order, each once; pronouns alone are none."""
    found: dict[str, None] = {}
    for match in sorted(_said_to(sentence), key=lambda match: match.start()):
        named = _LEADING.sub("", (match[1] or match[match.lastindex or 1]).strip())
        if not _PARTY.search(named) or _NOT_A_PARTY.search(named):
            continue
        for party in _separate(named):
            found[party] = None
    return tuple(found)


def _said_to(sentence: str) -> Iterator[re.Match[str]]:
    yield from _ADDRESS.finditer(sentence)
    if "每" in sentence:
        yield from _EVERY.finditer(sentence)
    if "希望" in sentence or "请" in sentence:
        yield from _ASKED.finditer(sentence)
    if "由" in sentence or "作为" in sentence:
        yield from _MADE_TO.finditer(sentence)


def _separate(named: str) -> list[str]:
    """党委和纪委 are two parties only if each half is one; 各级党委和政府, who share 各级, stay together."""
    split = _LISTED if _SHARED.match(named) else _SPLIT
    pieces = [piece.strip() for piece in split.split(named)]
    if all(len(piece) > 1 and _PARTY.search(piece) for piece in pieces):
        return pieces
    return [named]
