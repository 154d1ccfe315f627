"""Templates are compiled once in each language, so that most of a page is one text when it is asked for.

A message without parts and the address of a static file never change, so they are put into the template when it is
compiled; what then remains is escaped by a function that builds no ``Markup`` for every cell.
"""

from collections.abc import Callable, MutableMapping
from html import escape as escaped
from typing import Any, cast

from django.utils.translation import get_language
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import LRUCache
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

# More templates than there are.
REMEMBERED = 1_000


def written(value: object) -> str:
    """Return the value as it stands in a page; text that is not marked as ours is escaped."""
    kind = type(value)
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]  # it is text, as the line above tells
    if kind is Markup:
        return value  # type: ignore[return-value]  # as above
    return escape(value)


class _Folding(NodeTransformer):
    """Puts the answer in the place of a call whose answer is known."""

    def __init__(self, known: dict[str, Callable[[str], str]]) -> None:
        self.known = known

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # the visitor finds it by this name
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        one = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if name not in self.known or not one or not isinstance(node.args[0], nodes.Const):
            return node
        return nodes.Const(self.known[name](node.args[0].value), lineno=node.lineno)


class _Generator(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # as above
        folded = _Folding(self.environment.known).visit(node)  # type: ignore[attr-defined]  # ours, see below
        self.writeline(f"from {__name__} import {written.__name__}")
        super().visit_Template(folded, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is None and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(f"{written.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)


class SpokenEnvironment(Environment):
    """An environment that keeps a template for each language 按语言编译的模板.

    ``known`` names the functions of one text whose answers hold for as long as the process does.
    """

    code_generator_class = _Generator

    def __init__(self, known: dict[str, Callable[[str], str]], **options: Any) -> None:
        self.known = known
        self.kept: dict[str | None, MutableMapping[Any, Template]] = {}
        super().__init__(**options)

    @property
    def cache(self) -> MutableMapping[Any, Template]:
        """The compiled templates in the language of the page."""
        language = get_language()
        if language not in self.kept:
            self.kept[language] = cast("MutableMapping[Any, Template]", LRUCache(REMEMBERED))
        return self.kept[language]

    @cache.setter
    def cache(self, _made: object) -> None:
        self.kept.clear()
