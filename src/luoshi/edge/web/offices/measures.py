"""The policies that hold on this site, in words: security, then lights, the ladder and notices."""

from dataclasses import dataclass

from allauth.account import app_settings
from allauth.core.internal.ratelimit import get_rates
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from luoshi.core.lifecycle import Rung
from luoshi.core.refusals import N_
from luoshi.edge.exchange.notice_policy import site_notices
from luoshi.edge.exchange.policies import FOLDER, LADDER, LIGHTS, NOTICES, site_ladder, site_lights
from luoshi.edge.exchange.second_factor import FILE, site_second_factor
from luoshi.edge.web.identity_provider import identity_provider
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.models import PostKind

ADDRESSEES = {
    "handler": N_("承办人"),
    "leader": N_("分管领导"),
    "first_responsible": N_("第一责任人"),
    "unit": N_("承办单位"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What is held to, step by step where it has several, and where it is set: a file of the data directory, or a
    variable of the environment.
    """

    name: str
    rule: str
    source: str
    steps: tuple[str, ...] = ()


def measures() -> list[Measure]:
    """Return every measure: of security in the order in which somebody who signs in meets it, then of the work."""
    return [_lock_out(), _second_factor(), _single_sign_on(), _idleness(), _lights(), _ladder(), _notices()]


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


def _lights() -> Measure:
    policy = site_lights()
    rule = _(
        "时限前 %(soon)d 个工作日起亮黄灯；报送的进度比时间过去的比例落后超过 %(behind)d 个百分点也亮黄灯；过了时限亮红灯。"
    )
    said = {"soon": policy.soon, "behind": policy.behind}
    return Measure(_("亮灯规则"), rule % said, _file(LIGHTS))


def _ladder() -> Measure:
    rungs = site_ladder()
    rule = _("临期和逾期时按工作日逐级督办，每一级对同一时限只发一次。") if rungs else _("不自动督办。")
    return Measure(_("督办阶梯"), rule, _file(LADDER), tuple(map(_step, rungs)))


def _step(rung: Rung) -> str:
    facts = {"days": abs(rung.days), "label": gettext(rung.label), "to": gettext(ADDRESSEES[rung.to])}
    if rung.days < 0:
        return _("时限前 %(days)d 个工作日：%(label)s，告诉%(to)s") % facts
    return _("逾期 %(days)d 个工作日：%(label)s，告诉%(to)s") % facts


def _notices() -> Measure:
    policy = site_notices()
    times = (("morning", policy.morning), ("begin", policy.quiet_from), ("end", policy.quiet_until))
    rule = _("每个工作日 %(morning)s 以后写晨报，每人至多一份；%(begin)s 至次日 %(end)s 和休息日不往外发。")
    sent = [channel.label for channel in policy.channels]
    steps = (
        _("往外发的渠道：%(channels)s") % {"channels": _("、").join(sent) or _("没有，只在站内")},
        _("督办通知单要求 %(days)d 个工作日内书面反馈") % {"days": policy.reply_within},
    )
    return Measure(_("通知规则"), rule % {name: f"{at:%H:%M}" for name, at in times}, _file(NOTICES), steps)


def _file(name: str) -> str:
    return f"content/{FOLDER}/{name}.toml"
