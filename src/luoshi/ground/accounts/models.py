"""What is stored of an account: whose it is, its password's hash, and the system office it holds, if any."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.ground.people.models import Person


class Office(models.TextChoices):
    """One of the three offices that keep the system and exclude each other 三员分立; none sees business."""

    SYSTEM = "system", _("系统管理员")
    SECURITY = "security", _("安全管理员")
    AUDIT = "audit", _("审计员")


class Accounts(BaseUserManager["Account"]):
    """Brings the person along, because whoever asks for an account wants to know whose it is."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        """Return accounts with their persons."""
        return super().get_queryset().select_related("person")


class Account(AbstractBaseUser):
    """How one person signs in. Only ``actions`` write it, and Django when it renews a password's hash.

    ``username`` is the person's account name. An account with an ``office`` does nothing else: it has no
    business rights, whatever posts its person holds. ``temporary`` marks a password that somebody else knows.
    """

    username = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(Person, models.PROTECT, related_name="+")
    office = models.CharField(max_length=12, choices=Office.choices, blank=True)
    temporary = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField()

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.person.name

    @property
    def chain(self) -> str:
        """What happens to an account is part of what happened to its person."""
        return self.person.chain
