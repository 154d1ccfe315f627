"""The JSON of a reading is complete, plain, and quotes the text."""

import json
from dataclasses import fields

from luoshi.core.reading import Task, read, to_do
from luoshi.edge.exchange.reading_json import as_json
from world.letters import NOTICE

READING = read(NOTICE)
KEYS = ["file", "title", "kind", "issuer", "document_number", "issued_on", "outline", "tasks", "conventions"]


def test_has_the_agreed_keys_in_their_order() -> None:
    assert list(as_json("a.txt", READING, everything=False, text=None)) == [*KEYS, "warnings"]
    assert list(as_json("a.txt", READING, everything=False, text=NOTICE)) == [*KEYS, "warnings", "text"]


def test_survives_the_way_through_json() -> None:
    described = as_json("a.txt", READING, everything=True, text=NOTICE)
    assert json.loads(json.dumps(described)) == described
    assert described["issued_on"] == "2026-03-02"


def test_tells_everything_about_a_task() -> None:
    described = json.loads(json.dumps(as_json("a.txt", READING, everything=False, text=NOTICE)))
    assert {frozenset(task) for task in described["tasks"]} == {frozenset(each.name for each in fields(Task))}
    assert all(NOTICE[slice(*task["span"])] == task["text"] for task in described["tasks"])
    last = described["tasks"][-1]
    assert (last["lead"], last["units"], last["deadline_on"]) == (
        "县数据局",
        ["县数据局", "县司法局"],
        "2026-06-30",
    )


def test_past_and_quotation_only_on_request() -> None:
    some = as_json("a.txt", READING, everything=False, text=None)["tasks"]
    everything = as_json("a.txt", READING, everything=True, text=None)["tasks"]
    assert isinstance(some, list)
    assert isinstance(everything, list)
    assert len(some) == len(to_do(READING))
    assert {task["stance"] for task in everything} >= {"past", "quotation", "commitment"}
    assert [task for task in everything if task in some] == some
