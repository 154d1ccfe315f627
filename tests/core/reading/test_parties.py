"""Who is addressed: invented sentences."""

import pytest

from luoshi.core.reading.parties import parties


@pytest.mark.parametrize(
    ("sentence", "addressed"),
    [
        ("党委（党组）主要负责同志必须履行第一责任", ("党委（党组）主要负责同志",)),
        ("请各支部抓好落实", ("各支部",)),
        ("各牵头单位务于2月3日前报送方案", ("各牵头单位",)),
        ("由市委督查室牵头建立台账", ("市委督查室",)),
        ("每名党员每年要参加培训", ("每名党员",)),
        ("作为支部书记，要把责任扛起来", ("支部书记",)),
        ("各级党委和政府要建立清单", ("各级党委和政府",)),
        ("机关党委和机关纪委要建立清单", ("机关党委", "机关纪委")),
        ("市直工委每季度随机抽查二十个支部", ("市直工委",)),
        ("每个支部年内要认领一个难题", ("每个支部",)),
        ("凡是已有的数据，不得再向支部要第二遍", ()),
        ("对表现突出的干部要大胆使用", ()),
        ("希望大家坚持在服务大局中把握定位", ()),
        ("这次督查要突出重点", ()),
    ],
)
def test_parties(sentence: str, addressed: tuple[str, ...]) -> None:
    assert parties(sentence) == addressed
