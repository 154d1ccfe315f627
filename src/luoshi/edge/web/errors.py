"""Error pages: what happened and what to do next, in the users' words."""

from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from luoshi.edge.web.access import recognize
from luoshi.edge.web.pages import page


@dataclass(frozen=True, slots=True)
class _Words:
    status: HTTPStatus
    title: str | Promise
    advice: str | Promise


BAD_REQUEST = _Words(
    HTTPStatus.BAD_REQUEST, _("看不懂这个请求"), _("地址或提交的内容不完整，请返回上一页重新操作。")
)
TOO_LONG = _Words(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    _("提交的文字太长"),
    _("一次提交的文字超过 20 MB。请返回上一页，把它存成文件上传，或分几次粘贴。"),
)
FORBIDDEN = _Words(
    HTTPStatus.FORBIDDEN,
    _("您不能查看这一页"),
    _("这一页不在您的权限范围内，如确有需要，请联系本单位管理员。"),
)
REFUSED_FORM = _Words(
    HTTPStatus.FORBIDDEN,
    _("表单没有提交"),
    _("页面打开太久，或浏览器禁用了 Cookie。请返回上一页，刷新后重新提交。"),
)
NOT_FOUND = _Words(
    HTTPStatus.NOT_FOUND, _("没有找到这一页"), _("地址可能有误，或内容已经移走。可以回到首页继续。")
)
TOO_OFTEN = _Words(
    HTTPStatus.TOO_MANY_REQUESTS,
    _("操作太频繁"),
    _("一分钟内尝试的次数太多。请等一分钟，再返回上一页重试。"),
)
FAILURE = _Words(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    _("系统出了问题"),
    _("您刚才的操作没有完成，也没有留下一半。请稍后再试；如仍不行，请告知管理员出错的时间。"),
)


def _answer(request: HttpRequest, words: _Words) -> HttpResponse:
    return page(request, "error.html", {"words": words}, status=words.status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400, or 413 to more text than ``DATA_UPLOAD_MAX_MEMORY_SIZE``."""
    return _answer(request, TOO_LONG if isinstance(exception, RequestDataTooBig) else BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """Answer 403."""
    return _answer(request, FORBIDDEN)


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django's signature
    """Answer 403 to a form without a valid token."""
    return _answer(request, REFUSED_FORM)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """Answer 404."""
    recognize(request)
    return _answer(request, NOT_FOUND)


def too_often(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # as above
    """Answer 429."""
    return _answer(request, TOO_OFTEN)


def failure(request: HttpRequest) -> HttpResponse:
    """Answer 500; the cause is in the log, not on the page."""
    return _answer(request, FAILURE)
