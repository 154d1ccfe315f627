"""Puts what somebody typed before they had to sign in back into its form, wherever that form stands on a page."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from lxml import etree, html

from .typed import Typed, forget_typed, kept_typed

# What holds words of theirs; what is hidden is the page's own, and has to be as it is now.
OWN = 'input[not(@type) or not(contains(" hidden file submit button reset image password ", concat(" ", @type, " ")))]'
FIELDS = f".//{OWN} | .//select | .//textarea"


def give_back(request: HttpRequest, text: str) -> str:
    """Return the page with what its reader typed in its form; the page as it is where there is no such form on it."""
    typed = kept_typed(request)
    if typed is None or request.method != "GET":
        return text
    whole = text.lstrip().lower().startswith("<!doctype")
    root = html.document_fromstring(text) if whole else html.fragment_fromstring(text, create_parent="div")
    form = next((each for each in root.iter("form") if _is_sent_there(each, typed, request.path)), None)
    if form is None:
        return text
    _fill(form, typed)
    forget_typed(request)
    if whole:
        return html.tostring(root, encoding="unicode", doctype="<!doctype html>")
    parts = (html.tostring(each, encoding="unicode") for each in root)
    return (root.text or "") + "".join(parts)


def _is_sent_there(form: Any, typed: Typed, path: str) -> bool:
    ways = [form.get("action") or path, *form.xpath(".//@formaction")]
    return form.get("method", "").lower() == "post" and typed.action in ways


def _fill(form: Any, typed: Typed) -> None:
    left = {name: list(values) for name, values in typed.said.items()}
    for field in form.xpath(FIELDS):
        name = field.get("name", "")
        if field.get("type") in ("checkbox", "radio"):
            field.checked = field.get("value", "on") in typed.said.get(name, [])
        elif field.tag == "select" and field.multiple:
            field.value = set(typed.said.get(name, [])) & set(field.value_options)
        elif left.get(name):
            _put(field, left[name].pop(0))
    form.insert(0, _note(form))


def _put(field: Any, words: str) -> None:
    if field.tag == "select":
        if words in field.value_options:
            field.value = words
    elif field.tag == "textarea":
        # A browser drops the first line break.
        field.text = "\n" + words.replace("\r\n", "\n")
    else:
        field.set("value", words)


def _note(form: Any) -> Any:
    note = etree.Element("p", {"class": "given-back", "role": "status"})
    note.text = _("登录中断过，您填的已放回这里，还没有送出：请核对后再提交。")
    if form.xpath('.//input[@type="file"]'):
        note.text += _("文件要重新选。")
    return note
