"""What is stored of people: as little as work needs. No identity number, no address, no birthplace."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from luoshi.ground.organizations.models import Organization

NAME_LENGTH = 60


class Standing(models.TextChoices):
    """How somebody stands to the Party."""

    FULL = "full", _("正式党员")
    PROBATIONARY = "probationary", _("预备党员")
    NONE = "none", _("非党员")


class Cause(models.TextChoices):
    """Why a membership ended, as yearly figures of members count it; no word more is kept."""

    DIED = "died", _("去世")
    LEFT = "left", _("退党")
    STRUCK = "struck", _("除名")
    EXPELLED = "expelled", _("开除党籍")
    REFUSED = "refused", _("取消预备党员资格")
    LAPSED = "lapsed", _("停止党籍")


class PostKind(models.TextChoices):
    """What a post is for; the stored value is English, the label is what people read."""

    SECRETARY = "secretary", _("书记")
    DEPUTY = "deputy", _("副书记")
    ORGANIZATION_MEMBER = "organization_member", _("组织委员")
    PUBLICITY_MEMBER = "publicity_member", _("宣传委员")
    DISCIPLINE_MEMBER = "discipline_member", _("纪检委员")
    GROUP_LEADER = "group_leader", _("党小组组长")
    FIRST_RESPONSIBLE = "first_responsible", _("第一责任人")
    DUAL_DUTY_DEPUTY = "dual_duty_deputy", _("一岗双责分管负责人")
    AFFAIRS_OFFICER = "affairs_officer", _("专职党务干部")
    SUPERVISOR = "supervisor", _("督查专员")
    OFFICE_HEAD = "office_head", _("处室负责人")

    @property
    def is_shared(self) -> bool:
        """Whether several people may hold one post of this kind at once."""
        return self in _SHARED


# Who answers for an organization in person, and who keeps it with them: its people, its posts, what is laid down.
LEADING = frozenset({PostKind.SECRETARY, PostKind.FIRST_RESPONSIBLE})
KEEPING = LEADING | {PostKind.AFFAIRS_OFFICER}
_SHARED = {PostKind.DEPUTY, PostKind.DUAL_DUTY_DEPUTY, PostKind.AFFAIRS_OFFICER, PostKind.SUPERVISOR}


class Person(models.Model):
    """Somebody with an account. Only ``actions`` write it."""

    name = models.CharField(max_length=NAME_LENGTH)
    account = models.CharField(max_length=NAME_LENGTH, unique=True)
    standing = models.CharField(max_length=12, choices=Standing.choices)
    joined_on = models.DateField(null=True, blank=True)
    home = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("所在党支部")
    )

    objects: ClassVar[models.Manager["Person"]] = models.Manager()

    def __str__(self) -> str:
        return self.name

    @property
    def chain(self) -> str:
        """The name of this person's chain in the ledger."""
        return f"person:{self.pk}"

    @property
    def contact_chain(self) -> str:
        """Who looked how to call him is told in a chain of its own, so that it buries nothing else."""
        return f"contact:{self.pk}"


class Contact(models.Model):
    """How to reach somebody, sealed. In a table of its own, so that no list of people ever loads it."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.person_id}"


class Post(models.Model):
    """A place of responsibility in one organization, whoever holds it."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=PostKind.choices)
    title = models.CharField(max_length=60)
    abolished_on = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Post"]] = models.Manager()

    def __str__(self) -> str:
        return self.title

    @property
    def chain(self) -> str:
        """The name of this post's chain in the ledger."""
        return f"post:{self.pk}"


class Holding(models.Model):
    """One person held one post, from a first to a last day; without a last day, still does."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        """It ends no earlier than it begins."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="holding_days", condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.post}"


class Grant(models.Model):
    """One person may do what another's posts may do, from a first to a last day, what is already open included."""

    grantor = models.ForeignKey(Person, models.PROTECT, related_name="grants_given")
    stand_in = models.ForeignKey(Person, models.PROTECT, related_name="grants_held")
    from_on = models.DateField()
    until_on = models.DateField()

    class Meta:
        """It ends no earlier than the day before it begins: revoked on its first day, it never held."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="grant_not_to_oneself", condition=~Q(grantor=F("stand_in")))
        ]

    def __str__(self) -> str:
        return f"{self.grantor} → {self.stand_in}"

    @property
    def chain(self) -> str:
        """A grant is part of what happened to its grantor."""
        return self.grantor.chain
