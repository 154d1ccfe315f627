"""Who is addressed in running text: 各级党组织要…, 党委（党组）书记要切实…."""

import re

_ADDRESS = re.compile(
    r"(?:^|[，；：、])(?:同时|因此|所以|特别是|但是|当前|今年|下一步|比如)?，?(?:由|请|希望)?([^，；：。“”]{2,36}?)(?:都|还|也|均|更)?(?:一定)?"
    r"(?:(?<![主重需只首])要(?!求|素|点|么|件|务)|必须|应当|务必|计划|负责(?=[^任人]))"
)
_CALL = re.compile("要|必须|应当|务必|计划|负责|希望|请")
_ASKED = re.compile(r"(?:希望|请)([^，；：]{2,14}?(?:组织|单位|部门|地区|支部|[委局办厅]))(?=[^，；]{2,})")
_PARTY = re.compile(
    r"(?:组织|书记|部门|单位|党委|党组|纪委|支部|领导|成员|委员|干部|党员|工委|处室|科室|负责人|班子|办公室|小组|机关|同志|委|局|办|厅|部|院|校|社区|街道|乡镇|各地|地区|各级|政府|企业|人员|中心|学校)(?:（[^）]*）)?$"
)
_LEADING = re.compile(r"^(?:我们?|希望|请|由|其中|对|全体同志和|同时|各位|虽然|但是?|那么)*")
_NOT_A_PARTY = re.compile(
    r"^(?:对|把|将|以|从|在|为|向|按|通过|围绕|加强|抓好|推动|这|那|如何|就是|关于|坚持|引导|使|让)"
)
_SPLIT = re.compile(r"、|和(?=[^谐平解])|及|，")


def parties(sentence: str) -> tuple[str, ...]:
    """The parties a folded sentence addresses, in order, each once; pronouns alone are none."""
    if not _CALL.search(sentence):
        return ()
    found: dict[str, None] = {}
    for match in (*_ADDRESS.finditer(sentence), *_ASKED.finditer(sentence)):
        named = _LEADING.sub("", match[1].strip())
        if not _PARTY.search(named) or _NOT_A_PARTY.search(named):
            continue
        for party in _separate(named):
            found[party] = None
    return tuple(found)


def _separate(named: str) -> list[str]:
    """党委和纪委 are two parties only if each half is one; otherwise the whole is the party."""
    pieces = [piece.strip() for piece in _SPLIT.split(named)]
    if all(len(piece) > 1 and _PARTY.search(piece) for piece in pieces):
        return pieces
    return [named]
