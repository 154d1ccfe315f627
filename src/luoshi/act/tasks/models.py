"""What is stored of a task: what it asks, who is concerned, and where it stands in the loop."""

from dataclasses import fields
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from luoshi.core.lifecycle import LIGHT_LABELS, STATE_LABELS, Light, Situation, State
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person, Post

from .lengths import FILE_NAME_LENGTH, KIND_LENGTH, PLACE_LENGTH, RECURRENCE_LENGTH, TITLE_LENGTH
from .origins import Origin

# Whoever has one of these in hand can still be late with it.
UNDONE = (State.DISPATCHED, State.ACCEPTED, State.REPORTED)
AT_REST = tuple(each for each in State if each not in UNDONE)
# At rest, and yet something is left to do for whoever gave it: dispatch it, look back at it.
WAITING = (State.DRAFT, State.CLOSED)
OVER = (State.CLOSED, State.SETTLED, State.CANCELLED)
# Kept under their own names; an owner is a post or an organization, sets are kept as sorted lists.
SETS = ("evidence_named", "evidence", "reporters", "rungs")
PLAIN = tuple(field.name for field in fields(Situation) if field.name not in {"owner", "state", *SETS})


class Task(models.Model):
    """One thing to be done. Only ``actions`` write it, and only a move of the life cycle changes where it stands.

    ``origin_reference`` names what opened it within its origin, such as ``draft:7``. The issuer gave
    the task, the owner answers for it: an organization, or one post in it. The verifier is one
    post, or any post of the issuer. ``moved_at`` is when somebody last moved it. The second half are the fields of ``core.lifecycle.Situation``, and
    the light as it was at the last move or sweep: nothing for a draft and what was cancelled.
    """

    title = models.CharField(max_length=TITLE_LENGTH)
    text = models.TextField()
    origin = models.CharField(max_length=12, choices=Origin.choices)
    origin_reference = models.CharField(max_length=100, blank=True)
    issuer = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Organization, models.PROTECT, null=True, related_name="+")
    owner_post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    verifier = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    co_units = models.ManyToManyField(Organization, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    opened_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    state = models.CharField(max_length=12, choices=[(each.value, STATE_LABELS[each]) for each in State])
    light = models.CharField(
        max_length=6, choices=[(each.value, LIGHT_LABELS[each]) for each in Light], blank=True
    )
    standard = models.TextField(null=True)  # noqa: DJ001  # the loop tells "none yet" apart by nothing
    recurrence = models.CharField(max_length=RECURRENCE_LENGTH, null=True)  # noqa: DJ001  # as above
    deadline_on = models.DateField(null=True)
    original_deadline_on = models.DateField(null=True)
    asked_deadline_on = models.DateField(null=True)
    dispatched_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    evidence_named = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    reporters = models.JSONField(default=list)
    rungs = models.JSONField(default=list)
    progress = models.PositiveSmallIntegerField(null=True)
    blocked = models.BooleanField(default=False)
    suspended_in = models.CharField(max_length=12, null=True)  # noqa: DJ001  # as above
    looked_back = models.BooleanField(default=False)
    answered = models.BooleanField(default=False)
    parts = models.PositiveIntegerField(default=0)
    urges = models.PositiveIntegerField(default=0)
    returns = models.PositiveIntegerField(default=0)
    extensions = models.PositiveIntegerField(default=0)
    transfers = models.PositiveIntegerField(default=0)
    relapses = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Task"]] = models.Manager()

    class Meta:
        """What is overdue is asked all day; what is over is never overdue, so it costs nothing there."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["owner", "deadline_on", "id", "state"],
                name="task_undone",
                condition=Q(state__in=[each.value for each in UNDONE]),
            ),
            models.Index(
                fields=["deadline_on", "id", "owner", "state"],
                name="task_undone_oldest",
                condition=Q(state__in=[each.value for each in UNDONE]),
            ),
            models.Index(
                fields=["issuer", "deadline_on", "id", "state"],
                name="task_undone_given",
                condition=Q(state__in=[each.value for each in UNDONE]),
            ),
            models.Index(
                fields=["state", "id"],
                name="task_at_rest",
                condition=Q(state__in=[each.value for each in AT_REST]),
            ),
            # Two of the three states that are undone, for the order of states; most are in the third. An index
            # that begins with the state would tempt SQLite away from the others.
            models.Index(fields=["id"], name="task_dispatched", condition=Q(state=State.DISPATCHED.value)),
            models.Index(fields=["id"], name="task_reported", condition=Q(state=State.REPORTED.value)),
            models.Index(
                fields=["moved_at"],
                name="task_undone_moved",
                condition=Q(state__in=[each.value for each in UNDONE]),
            ),
            models.Index(fields=["moved_at"], name="task_moved"),
            models.Index(
                fields=["state", "deadline_on", "id"],
                name="task_at_rest_due",
                condition=Q(state__in=[each.value for each in AT_REST]),
            ),
            models.Index(
                fields=["issuer", "state"],
                name="task_waiting_given",
                condition=Q(state__in=[each.value for each in WAITING]),
            ),
            models.Index(fields=["owner", "light"], name="task_light"),
            models.Index(
                fields=["id", "state"],
                name="task_open",
                condition=Q(state__in=[each.value for each in UNDONE]),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def chain(self) -> str:
        """The name of this task's chain in the ledger."""
        return f"task:{self.pk}"

    @property
    def owner_name(self) -> str | None:
        """The stable name under which the loop knows the owner: ``post:5``, ``organization:12``, or nothing."""
        if self.owner_post_id is not None:
            return f"post:{self.owner_post_id}"
        return None if self.owner_id is None else f"organization:{self.owner_id}"

    @property
    def situation(self) -> Situation:
        """Where the task stands, as the loop sees it."""
        plain: dict[str, Any] = {name: getattr(self, name) for name in PLAIN}
        plain |= {name: frozenset(getattr(self, name)) for name in SETS}
        plain["suspended_in"] = State(self.suspended_in) if self.suspended_in else None
        return Situation(state=State(self.state), owner=self.owner_name, **plain)


class Evidence(models.Model):
    """One proof that was given: of which kind, what and where it is, when that happened, who gave it when.

    A later one of the same kind is its next version; the earlier ones stay.
    """

    task = models.ForeignKey(Task, models.PROTECT, related_name="proofs")
    kind = models.CharField(max_length=KIND_LENGTH)
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    happened_on = models.DateField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["Evidence"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.place}".strip()


class Attachment(models.Model):
    """The file of one piece of evidence. Its bytes are kept under their SHA-256, so the same file is kept once."""

    evidence = models.OneToOneField(Evidence, models.PROTECT, primary_key=True, related_name="attachment")
    name = models.CharField(max_length=FILE_NAME_LENGTH)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media = models.CharField(max_length=100)

    objects: ClassVar[models.Manager["Attachment"]] = models.Manager()

    def __str__(self) -> str:
        return self.name
