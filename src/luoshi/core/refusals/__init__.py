"""What may not be done, said in one sentence that names the rule and the way out.

The one thing that every engine may use: a refusal reads the same wherever it comes from.
"""


def N_(sentence: str) -> str:
    """Mark a literal as a msgid for extraction; it is returned as it is."""
    return sentence


TOO_LONG = N_("“{start}…”有 {length} 个字，超过 {limit} 个字的上限：请缩短。")


class Refusal(Exception):
    """A request that a rule forbids.

    ``sentence`` is a Chinese msgid with ``{placeholders}``, ``facts`` fill them (all are strings);
    the interface translates the one and formats it with the other. ``str()`` is the finished Chinese.
    """

    def __init__(self, sentence: str, **facts: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence.format_map(self.facts)


def refuse_overlong(text: str, limit: int) -> None:
    """Raise ``Refusal`` for a text of more characters than can be kept."""
    if len(text) > limit:
        raise Refusal(TOO_LONG, start=text[:10], length=str(len(text)), limit=str(limit))
