"""A file comes in: bounded, told apart, slimmed where it is a photograph, searched, kept."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from luoshi.act.tasks.proof import Attached
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.exchange.documents import LIMIT, MEGABYTE

from .keeping import INCOMING, kept, root
from .kinds import HEAD, sort_of
from .names import safe_name
from .scanning import refuse_infected

TOO_BIG = N_("“{name}”有 {size} MB，一次合计最多 {limit} MB：请压缩或分几次上传。")
EMPTY = N_("“{name}”是空文件：请重新选。")


def received(pieces: Iterable[bytes], name: str, size: int) -> Attached:
    """Keep the file that comes in pieces, which its owner calls ``name``, of ``size`` bytes in all.

    Raises ``Refusal``, naming the file, for one that is too big, empty, a program, not what its name says,
    a broken picture, or infected; of such a file nothing is kept.
    """
    shown = safe_name(name)
    if size > LIMIT:
        raise Refusal(TOO_BIG, name=shown, size=f"{size / MEGABYTE:.1f}", limit=str(LIMIT // MEGABYTE))
    if not size:
        raise Refusal(EMPTY, name=shown)
    waiting = root() / INCOMING
    waiting.mkdir(parents=True, exist_ok=True)
    # In a folder of its own, so that whatever goes wrong leaves nothing behind.
    with tempfile.TemporaryDirectory(dir=waiting) as folder:
        path = Path(folder) / "file"
        with path.open("wb") as stream:
            stream.writelines(pieces)
        with path.open("rb") as stream:
            sort = sort_of(stream.read(HEAD), shown)
        refuse_infected(path, shown)
        media = sort.media
        if sort.picture:
            from .pictures import slimmed  # noqa: PLC0415  # an image library is large, and most processes see no image

            media, ending = slimmed(path, shown)
            shown = safe_name(name, ending)
        digest, stored = kept(path)
    return Attached(shown, digest, stored, media)
