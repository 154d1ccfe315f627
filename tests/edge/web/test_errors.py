"""Every refusal is a sentence that says what to do next."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path


def _forbidden(_request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def _suspicious(_request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def _broken(_request: HttpRequest) -> HttpResponse:
    raise ArithmeticError


urlpatterns = [
    path("", include("luoshi.config.urls")),
    path("forbidden", _forbidden),
    path("suspicious", _suspicious),
    path("broken", _broken),
]
handler400 = "luoshi.edge.web.errors.bad_request"
handler403 = "luoshi.edge.web.errors.forbidden"
handler404 = "luoshi.edge.web.errors.not_found"
handler500 = "luoshi.edge.web.errors.failure"

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/suspicious", 400, "看不懂这个请求"),
        ("/forbidden", 403, "您不能查看这一页"),
        ("/nowhere", 404, "没有找到这一页"),
        ("/broken", 500, "系统出了问题"),
    ],
)
def test_says_what_happened_and_offers_a_way_on(address: str, status: int, title: str) -> None:
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code == status
    assert f"<h1>{title}</h1>" in answer.text
    assert "回到首页" in answer.text
    assert "Traceback" not in answer.text


def test_refuses_a_form_without_its_token() -> None:
    answer = Client(enforce_csrf_checks=True).post("/language/setlang/", {"language": "en"})
    assert answer.status_code == 403
    assert "<h1>表单没有提交</h1>" in answer.text
