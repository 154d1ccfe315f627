"""Forms that people fill in, each field with its cost; and the answers that nobody may be asked for again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from luoshi.core.refusals import N_, Refusal

ASKED_TWICE = N_(
    "表单“{form}”的“{field}”要的是“{known}”，系统里已经有（{source}）：同一件事只填一次，请去掉这一项。"
)
COMPUTED = N_("由已有记录算出")


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a form 填报项: its name, the seconds that a practised person needs, and which answer it asks for.

    ``asks`` is the key of a ``Known`` or empty; ``label`` is what people read beside it.
    """

    name: str
    seconds: int
    asks: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What is filled in at once 表单: who asks, which verbs of the ledger tell that it happened, and its fields.

    ``asker`` is ``issuer`` where the organization that gave the task asks, else a name of its own.
    """

    name: str
    label: str
    asker: str
    verbs: tuple[str, ...]
    questions: tuple[Question, ...]

    @property
    def seconds(self) -> int:
        """What filling it in once costs."""
        return sum(each.seconds for each in self.questions)


@dataclass(frozen=True, slots=True)
class Known:
    """An answer that the system holds 已知事项: who may ask for it, once, and the words by which people call it.

    Without ``sources`` it is computed, and nobody may.
    """

    key: str
    label: str
    sources: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """All forms and all answers that are known 填报登记."""

    forms: tuple[Form, ...]
    known: tuple[Known, ...]

    def by_verb(self) -> Mapping[str, Form]:
        """Return the form behind each verb of the ledger that one leads to."""
        return {verb: form for form in self.forms for verb in form.verbs}


def asked_twice(forms: Iterable[Form], known: Iterable[Known]) -> Iterator[Refusal]:
    """Yield a refusal for each field whose answer the system holds, and that is not where it comes from.

    A field asks for something known when it says so, or when its label has one of the known answer's words.
    """
    answers = tuple(known)
    for form in forms:
        for question in form.questions:
            for each in answers:
                if form.name not in each.sources and _asks(question, each):
                    source = "、".join(each.sources) or COMPUTED
                    named = question.label or question.name
                    yield Refusal(ASKED_TWICE, form=form.label, field=named, known=each.label, source=source)


def _asks(question: Question, known: Known) -> bool:
    return question.asks == known.key or any(word in question.label for word in known.words)
