"""Sign-off texts that nearly repeat another: light rewording, clauses in another order.

>>> from luoshi.core.likeness import likeness
>>> likeness("完成屋面维修14栋，更换雨落管320米。", "更换雨落管320米；屋面维修14栋已完成。") > 0.8
True
>>> likeness("完成屋面维修14栋，更换雨落管320米。", "完成屋面维修9栋，更换雨落管75米。")
0.0
"""

from luoshi.core.likeness.comparison import judged, likeness
from luoshi.core.likeness.keys import keys
from luoshi.core.likeness.packing import packed, unpacked
from luoshi.core.likeness.reduction import Signature, signature

__all__ = ["Signature", "judged", "keys", "likeness", "packed", "signature", "unpacked"]
