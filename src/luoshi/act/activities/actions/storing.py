"""How activities are stored, one or thousands: rows by table, through the driver."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, models

from luoshi.ground.rows import insert_rows, reserved
from luoshi.ground.tables import StoredTable

from ..expecting import Seat, counted_kinds
from ..models import Activity, Attendance, Enclosure, Item, Occasion
from ..telling import Telling, month_of

_ACTIVITIES, _OCCASIONS = StoredTable(Activity), StoredTable(Occasion)
_ATTENDANCES, _ITEMS = StoredTable(Attendance), StoredTable(Item)


class Prepared(NamedTuple):
    """An activity with what was found out about it, ready to be stored."""

    telling: Telling
    seats: list[Seat]
    once: str


def store_all(prepared: Sequence[Prepared], *, at: datetime) -> list[int]:
    """Store the activities and return their ids, in order, within the caller's transaction."""
    ids = reserved(_ACTIVITIES.name, len(prepared)) if prepared else range(0)
    _insert(
        Activity,
        [
            {"id": number, **fields_of(each.telling), "once": each.once, "recorded_at": at, "corrections": 0}
            for number, each in zip(ids, prepared, strict=True)
        ],
    )
    for number, each in zip(ids, prepared, strict=True):
        if each.telling.enclosures:
            Enclosure.objects.bulk_create(
                Enclosure(
                    activity_id=number, name=file.name, digest=file.digest, size=file.size, media=file.media
                )
                for file in each.telling.enclosures
            )
    put_parts(zip(ids, prepared, strict=True))
    return list(ids)


def put_parts(numbered: Iterable[tuple[int, Prepared]]) -> None:
    """Store attendance, agenda, and as what the activities count; of what is confidential only the last."""
    known = list(numbered)
    insert_rows(
        _OCCASIONS.name,
        ("activity_id", "kind", "organization_id", "month"),
        _occasions(known),
    )
    told = [(number, each) for number, each in known if not each.telling.is_confidential]
    insert_rows(
        _ATTENDANCES.name,
        ("activity_id", "person_id", "presence", "capacity", "votes"),
        (
            (number, seat.person, str(seat.presence), str(seat.capacity), seat.votes)
            for number, each in told
            for seat in each.seats
        ),
    )
    insert_rows(
        _ITEMS.name,
        ("activity_id", "text", "task_id"),
        ((number, item.text, item.task) for number, each in told for item in each.telling.agenda),
    )


def _occasions(known: Iterable[tuple[int, Prepared]]) -> Iterator[tuple[int, str, int, int]]:
    for number, (telling, seats, _once) in known:
        month = month_of(telling.held_on)
        for kind in counted_kinds(telling, seats):
            yield number, str(kind), telling.organization.pk, month


def fields_of(telling: Telling) -> dict[str, Any]:
    """Return the columns of an activity; what is confidential leaves all texts empty."""
    hidden = telling.is_confidential
    return {
        "organization": telling.organization.pk,
        "held_on": telling.held_on,
        "confidential": hidden,
        "begins": None if hidden else telling.begins,
        "hours": None if hidden else telling.hours,
        "topic": "" if hidden else telling.topic.strip(),
        "place": "" if hidden else telling.place.strip(),
        "chair": None if hidden or telling.chair is None else telling.chair.pk,
        "partner": None if hidden or telling.partner is None else telling.partner.pk,
        "ballot": "" if hidden else str(telling.ballot),
        "minutes": "" if hidden else telling.minutes.strip(),
    }


def _insert(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> None:
    about = model._meta  # noqa: SLF001  # as above
    names = list(rows[0]) if rows else []
    fields: list[Any] = [about.get_field(name) for name in names]
    values = (
        [field.get_db_prep_save(row[name], connection) for name, field in zip(names, fields, strict=True)]
        for row in rows
    )
    insert_rows(about.db_table, [field.column for field in fields], values)
