"""A clerk on a phone: progress with a photograph, in a few taps."""

from pathlib import Path

import pytest
from PIL import Image

from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]


def test_a_clerk_reports_progress_with_a_photograph(visit: Visit, tmp_path: Path) -> None:
    shen = visit("shen", width=390, touch=True)
    photo = tmp_path / "现场.jpg"
    Image.effect_noise((2400, 1800), 40).convert("RGB").save(photo)
    shen.presses("延伸服务到村居。在60个村居设立自助服务点，可办事项不少于80项。")
    shen.opens("更多")
    shen.presses("报送进展")
    shen.fills("情况", "又开通两个点。")
    shen.brings("文件", photo)
    shen.presses("报送进展", within=".move-form")
    shen.reads("已报送进展。", "又开通两个点。", "现场.jpg")
    assert shen.acts <= 6
    assert shen.tab.evaluate("document.documentElement.scrollWidth") <= 390
