"""What may be wrong in a file of rules: each sentence names the place, what is wrong and what is allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from luoshi.core.refusals import N_, Refusal

NOT_TOML = N_("“{file}”第 {line} 行不是合规的 TOML：请核对引号、括号和日期（写作 2027-01-01，不加引号）。")
NOT_UTF8 = N_("“{file}”第 {line} 行不是 UTF-8 编码：请在编辑器里另存为 UTF-8，再用这个文件。")
UNKNOWN_KEY = N_("“{file}”第 {line} 行：没有“{key}”这一项，这里可以写 {known}。")
LIKELY_KEY = N_("“{file}”第 {line} 行：没有“{key}”这一项，要写的是不是“{likely}”？")
MISSING_KEY = N_("“{file}”第 {line} 行：这一条缺少“{key}”，请补上。")
TOO_LONG = N_("“{file}”第 {line} 行：文件超过 {limit} 个字，请分成几个文件。")
A_TEXT = N_("“{file}”第 {line} 行：“{key}”应为文字，写在引号里，不能空着。")
A_NUMBER = N_("“{file}”第 {line} 行：“{key}”应为 {least} 到 {most} 的整数，不加引号。")
YES_OR_NO = N_("“{file}”第 {line} 行：“{key}”应为 true（是）或 false（否），不加引号。")
A_LIST = N_('“{file}”第 {line} 行：“{key}”应为方括号里的清单，至少有一项，例如 ["branch"]。')
A_TABLE = N_("“{file}”第 {line} 行：“{key}”应为花括号里的若干项，例如 {{ full_members = 8 }}。")
TABLES = N_("“{file}”第 {line} 行：“{key}”应写成若干段，每段以 [[…{key}]] 开头。")
WRONG_FACT = N_(
    "“{file}”第 {line} 行：组织事实“{fact}”的值写得不对：人数、年数写整数，是非写 true 或 false，日期写作 2027-01-01。"
)
NOT_AMONG = N_("“{file}”第 {line} 行：“{key}”不能是“{value}”，可以写 {known}。")
WRONG_DATE = N_("“{file}”第 {line} 行：“{key}”应为日期，写作 2027-01-01，不加引号。")
DATES_REVERSED = N_("“{file}”第 {line} 行：规定“{rule}”的失效日 {until} 早于生效日 {since}，请核对。")
UNKNOWN_FACT = N_("“{file}”第 {line} 行：条件里的“{fact}”不是已登记的组织事实，可以用 {known}。")
LIKELY_FACT = N_("“{file}”第 {line} 行：条件里的“{fact}”不是已登记的组织事实，要写的是不是“{likely}”？")
NOT_A_QUESTION = N_(
    "“{file}”第 {line} 行：条件里的“{what}”不是是非项，请与一个数或日期比较，例如 full_members >= 7。"
)
NOT_COMPARABLE = N_(
    "“{file}”第 {line} 行：条件里的“{left}”和“{right}”不能放在一起比：人数只与整数比，日期只与日期比。"
)
UNCLEAR = N_(
    "“{file}”第 {line} 行：条件“{condition}”在“{word}”处读不懂，请写成 full_members >= 7 and not temporary 这样。"
)
LONG_CONDITION = N_("“{file}”第 {line} 行：条件太长，请拆成几条规定，每条一个条件。")
OVERLAP = N_(
    "“{file}”第 {line} 行：规定“{rule}”的两个版本在 {day} 同时有效，请让前一版在后一版生效的前一天失效。"
)
CONTRADICTION = N_(
    "“{file}”第 {line} 行：规定“{rule}”要求的数目是 {count}，“{other}”对同样的组织、同样的事项要求的是 {others}，"
    "两者在 {day} 同时有效：请只留一条；地方要求更高的，用 raises 写明在哪一条之上提高。"
)
REPEATED = N_("“{file}”第 {line} 行：规定“{rule}”与“{other}”要求的是同一件事，请只留一条，把依据并在一起。")
NOT_RAISED = N_("“{file}”第 {line} 行：规定“{rule}”写了在“{other}”之上提高，但要求的数目并不更大，请核对。")
RAISES_UNKNOWN = N_("“{file}”第 {line} 行：规定“{rule}”要在“{other}”之上提高，但没有这一条，请核对 raises。")
NOTE_WANTED = N_("“{file}”第 {line} 行：依据标为待核（check），请在 note 里写明还要核对什么。")
DAYS = N_("“{file}”第 {line} 行：“{key}”应为方括号里的日期，例如 [2026-01-15, 2026-04-20]，不加引号。")
HOURS = N_(
    '“{file}”第 {line} 行：“{key}”应为方括号里每人的学时，没有记录的写 "unknown"，例如 [32, 40, "unknown"]。'
)
FEW_CASES = N_("“{file}”第 {line} 行：规定“{rule}”只有 {count} 个例子，至少要有 2 个，生效日前后都要有。")
NO_MEASURE = N_("“{file}”第 {line} 行：规定“{rule}”没有写明要求什么，请在 {known} 中选一种。")
TWO_MEASURES = N_(
    "“{file}”第 {line} 行：规定“{rule}”同时写了几种要求，请分成几条，每条只留 {known} 中的一种。"
)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or nothing; a list of thirty is no answer to a slip of the pen."""
    return next(iter(get_close_matches(word, known, 1)), "")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a file of rules 填写错误: the line, counted from 1, and the sentence with what fills it."""

    line: int
    sentence: str
    facts: dict[str, str]

    def __str__(self) -> str:
        return self.sentence.format_map(self.facts)


class Misread(Refusal):
    """A file of rules that cannot be used 规定文件有误. It is refused by its first mistake and holds them all."""

    def __init__(self, found: list[Mistake]) -> None:
        ordered = sorted(found, key=lambda mistake: (mistake.facts["file"], mistake.line))
        super().__init__(ordered[0].sentence, **ordered[0].facts)
        self.mistakes = tuple(ordered)
