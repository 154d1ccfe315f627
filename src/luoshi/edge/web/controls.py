"""What somebody types into: a form's field with the style sheet's class and the words that describe it."""

from collections.abc import Mapping

from django.forms import BoundField, Select
from django.utils.safestring import SafeString


def control(bound: BoundField, hint: str | None = None, attrs: Mapping[str, str] | None = None) -> SafeString:
    """Return the field's control, tied to its hint and its refusal for whoever listens instead of looks."""
    look = "form-select" if isinstance(bound.field.widget, Select) else "form-control"
    own: dict[str, str | bool] = {"class": look, "placeholder": "", **(attrs or {})}
    described = [f"{bound.id_for_label}-hint"] if hint else []
    if bound.errors:
        described.append(f"{bound.id_for_label}-refusal")
        own["aria-invalid"] = "true"
    if described:
        own["aria-describedby"] = " ".join(described)
    return bound.as_widget(attrs=own)
