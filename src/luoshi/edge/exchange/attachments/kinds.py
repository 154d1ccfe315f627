"""What a file of evidence is, by its first bytes; its name is only held against them."""

from dataclasses import dataclass

from luoshi.core.formats.kinds import OLE2, STRANGERS, ZIP
from luoshi.core.refusals import N_, Refusal

ANY = "application/octet-stream"
HEAD = 1024

PROGRAM = N_("“{name}”是程序文件，不能作佐证：请换成文档、图片或压缩包。")
HEIC = N_("“{name}”是 HEIC 照片，多数电脑打不开：请在手机上改存为 JPEG，或截图后再上传。")
NOT_AS_NAMED = N_("“{name}”的内容不是它名字说的那种文件：请确认选对了文件，或从原来的软件重新导出。")

# Programs in words: a double click would run them, whatever their bytes.
SCRIPTS = frozenset(
    (
        *(".apk", ".bat", ".cmd", ".com", ".exe", ".hta", ".htm", ".html", ".jar", ".js", ".jse", ".lnk"),
        *(".msi", ".pif", ".ps1", ".scr", ".sh", ".svg", ".vbe", ".vbs", ".wsf", ".xhtml"),
    )
)
MEDIA = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)
# What these endings promise is held against the bytes; every other name may say what it likes.
PROMISED = {
    **dict.fromkeys((".zip", ".ofd"), ZIP),
    # A locked document is an OLE2 file under the same name.
    **dict.fromkeys((".docx", ".xlsx", ".pptx"), (*ZIP, OLE2)),
    ".pdf": (b"%PDF-",),
}
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"))


@dataclass(frozen=True, slots=True)
class Sort:
    """What a file is: its media type, and whether it is a picture that can be made smaller."""

    media: str
    picture: bool = False


def sort_of(head: bytes, name: str) -> Sort:
    """Return what a file of that name is by its first ``HEAD`` bytes. Raises ``Refusal`` for a program or a false name."""
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    stranger = next((label for first, label in STRANGERS if head.startswith(first)), "")
    if stranger == N_("程序文件") or head.startswith(b"#!") or ending in SCRIPTS:
        raise Refusal(PROGRAM, name=name)
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"hevc"):
        raise Refusal(HEIC, name=name)
    media = next((media for first, media in MEDIA if head.startswith(first)), ANY)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        media = "image/webp"
    promised = PROMISED.get(ending)
    picture = media.startswith("image/") and media != "image/tiff"
    if (promised and not _begins(head, promised)) or (ending in PICTURES and not picture):
        raise Refusal(NOT_AS_NAMED, name=name)
    return Sort(media, picture)


def _begins(head: bytes, promised: tuple[bytes, ...]) -> bool:
    # A PDF may have a few bytes before its mark.
    return head.startswith(promised) or (promised == (b"%PDF-",) and promised[0] in head)
