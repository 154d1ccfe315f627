"""How much lies within somebody's reach, because that decides by which way the table is found."""

from luoshi.ground.statements import for_each_driver, run

from .wanted import Wanted, spans

# With so few organizations in reach, asking each costs less than looking whether walking would do.
FEW = 40

_FEW = "SELECT count(*) FROM (SELECT 1 FROM organizations_organization place WHERE {reach} LIMIT {first}) AS places"


def few(wanted: Wanted) -> bool:
    """Tell whether only few organizations are in reach."""
    reach = spans(wanted)
    counted = run(for_each_driver(_FEW, reach=reach.text, first=FEW + 1), reach.values).fetchone()
    return bool(counted[0] <= FEW)
