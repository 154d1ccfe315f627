"""Invented documents that tests of the page bring, and how they look at its answer."""

from typing import Protocol

from django.core.files.uploadedfile import SimpleUploadedFile
from lxml.html import HtmlElement, document_fromstring

NOTICE = """关于开展窗口服务检查的通知
（2026年3月2日）

去年以来，各窗口健全了首问负责制度，办结诉求120件。县委全会强调，要把服务做到群众心坎上。

一、检查安排
督查组要在2026年5月底前走访12个窗口，每月通报一次结果。各窗口要加强学习，提高认识。

二、纪律
这一条没有安排工作。

三、分工
1. 开通预约专线，接通率不低于95%。（县数据局牵头，县司法局配合；2026年6月底前完成）
"""


def letter(data: bytes, name: str = "通知.txt") -> dict[str, object]:
    """The fields of a form in which this file was chosen."""
    return {"document": SimpleUploadedFile(name, data)}


class Answer(Protocol):
    """What the site or a test's client answered."""

    @property
    def content(self) -> bytes:
        """The page, in UTF-8."""


def seen(answer: Answer) -> HtmlElement:
    """The answer as a tree."""
    return document_fromstring(answer.content.decode())


def texts(tree: HtmlElement, selector: str) -> list[str]:
    """What the elements say, white space folded."""
    return [" ".join(found.text_content().split()) for found in tree.cssselect(selector)]
