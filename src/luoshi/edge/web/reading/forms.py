"""What somebody brings to be read: a file, or pasted text."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from luoshi.core.formats import Unreadable
from luoshi.core.formats.refusals import TOO_BIG
from luoshi.edge.exchange import document_text
from luoshi.edge.exchange.documents import LIMIT, MEGABYTE
from luoshi.edge.exchange.refusal_words import in_words
from luoshi.edge.web.reading.source import Source

# A page of ten times this length takes a browser many seconds; the command line has no such limit.
CHARACTERS = 500_000
NAME_LENGTH = 255


class DocumentForm(forms.Form):
    """Takes exactly one of ``document`` (a file) and ``text``; ``name`` says what the text was called before."""

    document = forms.FileField(required=False, allow_empty_file=True)
    text = forms.CharField(required=False, strip=False)
    name = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        """Add ``source``, or the one sentence that says why there is none, to the field it belongs to."""
        cleaned = self.cleaned_data
        upload, pasted = cleaned.get("document"), cleaned.get("text", "")
        field = "text" if pasted.strip() else "document"
        try:
            cleaned["source"] = _source(upload, pasted, cleaned.get("name", ""))
        except Unreadable as refusal:
            self.add_error(field, in_words(refusal, _))
        except forms.ValidationError as refusal:
            self.add_error(field, refusal)
        return cleaned

    @property
    def refusals(self) -> list[tuple[str, str]]:
        """Each refusal as the field that it belongs to and its sentence."""
        return [(field, str(sentence)) for field, said in self.errors.items() for sentence in said]


def _source(upload: "UploadedFile[bytes] | None", pasted: str, name: str) -> Source:
    if upload and pasted.strip():
        raise forms.ValidationError(
            _("既选了文件，又粘贴了文字：请只留一样。粘贴的文字还在框里，文件需要重新选。")
        )
    if upload:
        source = Source(str(upload.name), _uploaded(upload))
    elif pasted.strip():
        source = Source(name[-NAME_LENGTH:], pasted.replace("\r\n", "\n").replace("\r", "\n"))
    else:
        raise forms.ValidationError(_("还没有选文件，也没有粘贴文字：请选一个文件，或把文字粘贴到框里。"))
    if len(source.text) > CHARACTERS:
        raise forms.ValidationError(
            _("这份文件有 %(length)d 字，超过网页一次能显示的 %(limit)d 字：请按章节拆成几份再来。")
            % {"length": len(source.text), "limit": CHARACTERS}
        )
    return source


def _uploaded(upload: "UploadedFile[bytes]") -> str:
    name, size = str(upload.name), upload.size or 0
    if size > LIMIT:
        megabytes = f"{size / MEGABYTE:.1f}".removesuffix(".0")
        raise Unreadable(TOO_BIG, size=megabytes, limit=str(LIMIT // MEGABYTE)).about(name)
    return document_text(upload.read(), name)
