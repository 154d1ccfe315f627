"""Accounts: one a person, closed and opened again, temporary passwords, offices that exclude each other and business."""

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.accounts.actions import (
    choose_password,
    close_account,
    give_office,
    open_account,
    reopen_account,
    reset_password,
)
from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import by_username, everybody
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.models import PostKind
from world.ground import AT, plant, somebody
from world.loop import holder

pytestmark = pytest.mark.django_db


def test_a_person_gets_one_account_with_a_password_to_be_changed() -> None:
    person = somebody("林一")
    account, password = open_account(person, by=None, at=AT)
    assert account.check_password(password)
    assert account.temporary
    assert (str(account), account.username, by_username(person.account)) == ("林一", person.account, account)
    with pytest.raises(Refusal, match="已有账号"):
        open_account(person, by=None, at=AT)
    assert list(everybody()) == [account]


def test_every_act_on_an_account_is_in_the_ledger_without_its_password() -> None:
    keeper = somebody("高二")
    account, _password = open_account(somebody("林一"), by=keeper.pk, at=AT)
    chosen = choose_password(account, "自己想的一句话-只有自己知道", by=account.person_id, at=AT)
    assert not chosen.temporary
    word = reset_password(account, by=keeper.pk, at=AT)
    close_account(account, by=keeper.pk, at=AT)
    reopen_account(account, by=keeper.pk, at=AT)
    entries = [entry for entry in story(account.chain) if entry.verb.startswith("account.")]
    assert [entry.verb for entry in entries] == [
        "account.opened",
        "account.password_changed",
        "account.password_replaced",
        "account.closed",
        "account.reopened",
    ]
    assert not any(word in entry.facts_text or "一句话" in entry.facts_text for entry in entries)


def test_closing_and_reopening_what_is_so_already_is_refused() -> None:
    account, _password = open_account(somebody("林一"), by=None, at=AT)
    with pytest.raises(Refusal, match="正在使用"):
        reopen_account(account, by=None, at=AT)
    close_account(account, by=None, at=AT)
    with pytest.raises(Refusal, match="已经停用"):
        close_account(account, by=None, at=AT)


def test_an_account_has_one_office_and_then_no_business() -> None:
    account, _password = open_account(somebody("高二"), by=None, at=AT)
    assert give_office(account, office=Office.AUDIT, by=None, at=AT).office == Office.AUDIT
    assert give_office(account, office=Office.SYSTEM, by=None, at=AT).office == Office.SYSTEM
    with pytest.raises(Refusal, match="已经担任系统管理员"):
        give_office(account, office=Office.SYSTEM, by=None, at=AT)
    assert give_office(account, office=None, by=None, at=AT).office == ""


def test_whoever_holds_a_post_gets_no_office() -> None:
    secretary = holder("甲书记", plant("市数据局"), PostKind.SECRETARY)
    account, _password = open_account(secretary, by=None, at=AT)
    with pytest.raises(Refusal, match="不兼任业务岗位"):
        give_office(account, office=Office.SECURITY, by=None, at=AT)
