"""Why a file cannot be read, each reason one sentence that names the file and the way out.

The sentences are Chinese msgids with ``{placeholders}``; the interface translates
``Unreadable.sentence`` and fills it with ``Unreadable.facts``.
"""

NAME_LENGTH = 120


def N_(sentence: str) -> str:
    """Mark a literal as a msgid for extraction; it is returned as it is."""
    return sentence


READABLE = N_(".docx、.pdf、.xlsx、.html、.md、.txt")

EMPTY = N_("“{name}”是空文件，里面没有文字：请确认选对了文件，换成有内容的那一份。")
NO_TEXT = N_("“{name}”里没有可读的文字（可能只有图片）：请换成带文字的文件，或先做文字识别再来。")
TOO_BIG = N_("“{name}”有 {size} MB，超过 {limit} MB 的上限：请去掉图片和附件，或拆成几份再来。")
TOO_LONG = N_("“{name}”里的文字过长，超过一份文件的上限：请按章节或附件拆成几份再来。")
TOO_DEEP = N_("“{name}”里的表格或结构嵌套过深，无法可靠读取：请把内容复制到新建的文档里另存后再来。")
BINARY = N_("“{name}”不是文字文件，读不出内容：请换成 {readable} 格式的文件。")
UNKNOWN = N_("“{name}”是{kind}，这里读不了：请另存为 {readable} 中的一种再来。")
ENCODING = N_("“{name}”的文字编码无法识别：请用记事本打开，另存为 UTF-8 编码后再来。")
DAMAGED = N_("“{name}”已损坏或没有传完整：请在原来的电脑上确认能打开，再重新复制一份。")
LOCKED = N_("“{name}”设有打开密码：请用 Word、WPS 或 PDF 软件去掉密码，另存后再来。")
MACROS = N_("“{name}”带有宏程序，为安全起见不予打开：请另存为不带宏的 .docx 或 .xlsx 再来。")
BOMB = N_("“{name}”解压后的体积异常大，像是压缩炸弹：请用 Word 或 WPS 打开核对，另存一份正常的文件。")
ENTITIES = N_("“{name}”里有文档类型声明或外部实体，不合办公文件规范：请用 Word 或 WPS 打开后另存再来。")
OLD_WORD = N_("“{name}”是旧版 Word 或 WPS 文件：请在 Word 或 WPS 里另存为 .docx 再来。")
OLD_SHEET = N_("“{name}”是旧版 Excel 或 WPS 表格：请在 Excel 或 WPS 里另存为 .xlsx 再来。")
SCANNED = N_("“{name}”这份 PDF 是扫描件，只有图片没有文字：请先做文字识别（OCR），或改用原来的 Word 文件。")
UNMAPPED = N_("“{name}”这份 PDF 的字体没有文字对照，复制出来是乱码：请改用原来的 Word 文件，或先做文字识别。")


class Unreadable(Exception):
    """A file that cannot be read, and what its owner can do about it.

    ``sentence`` is a Chinese msgid, ``facts`` fill its placeholders (all are strings; ``name``
    is the file's name once ``about`` has been called). ``str()`` is the finished Chinese sentence.
    """

    def __init__(self, sentence: str, **facts: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts: dict[str, str] = {"name": "文件", "readable": READABLE, **facts}

    def about(self, name: str) -> "Unreadable":
        """The same refusal, naming the file: printable characters of its last 120 only."""
        shown = "".join(character for character in name if character.isprintable())[-NAME_LENGTH:]
        return Unreadable(self.sentence, **{**self.facts, "name": shown})

    def __str__(self) -> str:
        return self.sentence.format_map(self.facts)
