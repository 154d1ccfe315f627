"""Photographs are made as small as a screen needs, and lose what the camera wrote into them: where, when, whose."""

import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from luoshi.core.refusals import N_, Refusal

SIDE = 2000
PIXELS = 80_000_000
QUALITY = 85

BROKEN = N_("“{name}”打不开，可能没有传完整：请重新选这张图片。")
TOO_LARGE = N_("“{name}”有 {pixels} 万像素，超过 {limit} 万像素的上限：请缩小后再上传。")
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def slimmed(path: Path, name: str) -> tuple[str, str]:
    """Write the picture at ``path`` anew, upright and at most ``SIDE`` pixels long; return its media type and ending.

    Raises ``Refusal`` for what no picture comes out of. Only the first image of a moving one is kept.
    """
    try:
        with warnings.catch_warnings(), Image.open(path) as picture:
            warnings.simplefilter("ignore")
            _refuse_large(picture, name)
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((SIDE, SIDE))
            clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
            bare = upright.convert("RGBA" if clear else "RGB")
    except _BROKEN as fault:
        raise Refusal(BROKEN, name=name) from fault
    # A new image has pixels and nothing else, so nothing of the old one's description comes along.
    blank = Image.new(bare.mode, bare.size)
    blank.paste(bare)
    if clear:
        blank.save(path, "PNG", optimize=True)
        return "image/png", ".png"
    blank.save(path, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return "image/jpeg", ".jpg"


def _refuse_large(picture: Image.Image, name: str) -> None:
    pixels = picture.width * picture.height
    if pixels > PIXELS:
        raise Refusal(TOO_LARGE, name=name, pixels=str(pixels // 10_000), limit=str(PIXELS // 10_000))
