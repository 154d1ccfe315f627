"""What somebody types into: a form's field with the style sheet's class and the words that describe it."""

from collections.abc import Mapping

from django.forms import BoundField, DateInput, FileInput, Select, Widget
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

# How a day is typed; every field for one reads it.
EXAMPLE = "2026-06-30"


def control(bound: BoundField, hint: str | None = None, attrs: Mapping[str, str] | None = None) -> SafeString:
    """Return the field's control, tied to its hint and its refusal for whoever listens instead of looks."""
    look = "form-select" if isinstance(bound.field.widget, Select) else "form-control"
    own: dict[str, str | bool] = {"class": look, "placeholder": "", **(attrs or {})}
    own |= page_words(bound.field.widget)
    described = [f"{bound.id_for_label}-hint"] if hint else []
    if bound.errors:
        described.append(f"{bound.id_for_label}-refusal")
        own["aria-invalid"] = "true"
    if described:
        own["aria-describedby"] = " ".join(described)
    return bound.as_widget(attrs=own)


def page_words(widget: Widget) -> dict[str, str]:
    """Return the words for what the browser would say in its own language; a script puts them in their place."""
    if isinstance(widget, DateInput):
        return {"data-pick": _("选日期"), "data-example": EXAMPLE}
    if isinstance(widget, FileInput):
        return {"data-choose": _("选文件"), "data-none": _("还没有选文件")}
    return {}
