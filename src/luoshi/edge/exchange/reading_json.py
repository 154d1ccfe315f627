"""A reading as JSON, the same from the command line and from the page."""

from luoshi.core.reading import Clause, Reading, Task, to_do


def as_json(file: str, reading: Reading, *, everything: bool, text: str | None) -> dict[str, object]:
    """The object that describes one document; ``json.dumps`` takes it as it is.

    ``file`` is what the document is called. ``tasks`` holds what is to be done, and with ``everything``
    also what was done already and what is only quoted. Days are ISO 8601, spans are ``[start, end]`` in code
    points of the text that was read; ``text`` adds that text, for documents whose bytes are no plain text.
    """
    described: dict[str, object] = {
        "file": file,
        "title": reading.title,
        "kind": reading.kind,
        "issuer": reading.issuer,
        "document_number": reading.document_number,
        "issued_on": reading.issued_on.isoformat() if reading.issued_on else None,
        "outline": [_clause(clause) for clause in reading.outline],
        "tasks": [_task(task) for task in (reading.tasks if everything else to_do(reading))],
        "conventions": [str(remark) for remark in reading.conventions],
        "warnings": [str(remark) for remark in reading.warnings],
    }
    return described if text is None else {**described, "text": text}


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "id": clause.id,
        "parent": clause.parent,
        "level": clause.level,
        "number": clause.number,
        "title": clause.title,
        "span": list(clause.span),
    }


def _task(task: Task) -> dict[str, object]:
    return {
        "text": task.text,
        "span": list(task.span),
        "clause": task.clause,
        "stance": task.stance,
        "strength": task.strength,
        "lead": task.lead,
        "leads": list(task.leads),
        "units": list(task.units),
        "responsible": list(task.responsible),
        "deadline": task.deadline,
        "deadline_on": task.deadline_on.isoformat() if task.deadline_on else None,
        "deadline_type": task.deadline_type,
        "frequency": task.frequency,
        "per": task.per,
        "quantities": list(task.quantities),
        "ending_span": list(task.ending_span) if task.ending_span else None,
    }
