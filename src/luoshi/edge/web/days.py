"""A field for a day: typed in several ways, or picked from the browser's calendar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")


class DayField(forms.DateField):
    """A day, typed or picked; what is read is ISO 8601, as every browser sends it, or with slashes or dots."""

    default_error_messages = {  # noqa: RUF012  # Django's own way
        "invalid": _("这不是完整的日期：请写成 2024-06-30 的样子。")
    }

    def __init__(self, **options: Any) -> None:
        picker = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=picker, input_formats=FORMATS, **options)
