"""The command line speaks Chinese unless the environment says English."""

import pytest

from luoshi.edge.ops.language import language


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "zh-hans"),
        ({"LANG": "C.UTF-8"}, "zh-hans"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "EN_us", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LUOSHI_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh-hans"),
        ({"LUOSHI_LANG": "", "LANG": "en"}, "en"),
    ],
)
def test_first_variable_that_is_set_decides(environment: dict[str, str], expected: str) -> None:
    assert language(environment) == expected
