"""The security measures that hold on this site, in words."""

from dataclasses import dataclass

from allauth.account import app_settings
from allauth.core.internal.ratelimit import get_rates
from django.conf import settings
from django.utils.translation import gettext as _

from luoshi.edge.exchange.second_factor import FILE, site_second_factor
from luoshi.edge.web.identity_provider import identity_provider
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.models import PostKind


@dataclass(frozen=True, slots=True)
class Measure:
    """What is held to, and where it is set: a file of the data directory, or a variable of the environment."""

    name: str
    rule: str
    source: str


def measures() -> list[Measure]:
    """Return every measure, in the order in which somebody who signs in meets it."""
    return [_lock_out(), _second_factor(), _single_sign_on(), _idleness()]


def _lock_out() -> Measure:
    rates = get_rates(app="allauth.account", action="login_failed", config=app_settings.RATE_LIMITS)
    rate = next(rate for rate in rates if rate.per == "key")
    rule = _("同一账号 %(minutes)d 分钟内输错 %(times)d 次密码，须等到最早的一次满 %(minutes)d 分钟。")
    return Measure(
        _("登录失败锁定"), rule % {"minutes": rate.duration // 60, "times": rate.amount}, _("随软件固定")
    )


def _second_factor() -> Measure:
    policy = site_second_factor()
    bound = [str(PostKind(kind).label) for kind in PostKind.values if kind in policy.posts]
    bound += [str(Office(office).label) for office in Office.values if office in policy.offices]
    if policy.everybody:
        rule = _("所有账号登录都须有第二重验证。")
    elif bound:
        rule = _("这些人登录须有第二重验证：%(who)s。") % {"who": _("、").join(bound)}
    else:
        rule = _("不要求第二重验证。只宜用于演示，正式使用请恢复。")
    return Measure(_("第二重验证"), rule, f"content/{FILE}")


def _single_sign_on() -> Measure:
    if not identity_provider():
        rule = _("没有接入统一身份认证，用账号和密码登录。")
    elif site_second_factor().single_sign_on:
        rule = _("可以用统一身份认证登录；第二重验证的要求对从那里登录的人同样有效。")
    else:
        rule = _("可以用统一身份认证登录；从那里登录的，第二重验证由那边负责，已在本系统设好的仍要验证。")
    return Measure(_("统一身份认证"), rule, f"LUOSHI_OIDC_URL, content/{FILE}")


def _idleness() -> Measure:
    rule = _("%(minutes)d 分钟没有操作，自动退出登录。") % {"minutes": settings.LUOSHI_IDLE_MINUTES}
    return Measure(_("闲置退出"), rule, "LUOSHI_IDLE_MINUTES")
