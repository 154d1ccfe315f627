"""What no line of this project may say. To add a ban, add one entry: its lines prove it."""

import re
from dataclasses import dataclass
from fnmatch import fnmatch

CODE = ("*.py", "*.js", "*.css", "*.html", "*.sh", "Makefile", ".ci/run", "*.toml")
PYTHON = ("*.py",)
PRODUCT = ("src/luoshi/*.py",)
CORE = ("src/luoshi/core/*.py",)
TEMPLATES = ("src/luoshi/*.html",)
EVERYTHING = ("*",)


@dataclass(frozen=True)
class Ban:
    """A pattern that may match no line of the files that ``where`` names and ``outside`` does not.

    With ``of_path`` the pattern is held against the file's path instead of its lines.
    """

    name: str
    why: str
    pattern: str
    where: tuple[str, ...]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    outside: tuple[str, ...] = ()
    of_path: bool = False

    def covers(self, path: str) -> bool:
        """Tell whether the ban applies to that file."""
        return any(fnmatch(path, part) for part in self.where) and not any(
            fnmatch(path, part) for part in self.outside
        )

    def hits(self, line: str) -> bool:
        """Tell whether the line breaks the ban."""
        return re.search(self.pattern, line) is not None


BANS = (
    Ban(
        name="state set by hand",
        why="only a move of the life cycle changes a task's state",
        pattern=r"\.state\s*=(?!=)",
        where=PRODUCT,
        outside=("src/luoshi/act/tasks/actions.py", "src/luoshi/act/tasks/actions/*.py"),
        good=("if task.state == CLOSED:", "state = task.state"),
        bad=("task.state = CLOSED", "self.state='open'"),
    ),
    Ban(
        name="clock in core",
        why="an engine is told the time, so that the same facts give the same answer tomorrow",
        pattern=r"\b(now|utcnow|today|localtime)\(|\btime\.(time|monotonic|perf_counter)\b",
        where=CORE,
        good=("def due(on: date) -> bool:", "timedelta(days=1)", "known(", "when = at.time()"),
        bad=("at = datetime.now(UTC)", "date.today()", "started = time.time()", "time.monotonic()"),
    ),
    Ban(
        name="outside world in core",
        why="core is pure: no framework, no database, no files, no network, no processes",
        pattern=r"^\s*(from|import)\s+(django|sqlite3|duckdb|psycopg|pathlib|subprocess|socket|urllib|os)\b"
        r"|(?<![.\w])open\(",
        where=CORE,
        good=(
            "from datetime import date",
            "import re",
            "with archive.open(name) as part:",
            "import osteology",
        ),
        bad=("from django.db import models", "import os", "from pathlib import Path", "open(name)"),
    ),
    Ban(
        name="surveillance field",
        why="Luoshi manages work, not people: no check-in, points race, online time or location",
        pattern=r"^\s*(check_?ins?|clock_?ins?|(\w+_)?points|online_(time|minutes|hours|seconds)|time_online"
        r"|(geo_?|gps_?|last_)?location|latitude|longitude)(_\w+)?\s*[:=](?!=)",
        where=PRODUCT,
        outside=("src/luoshi/check/integrity/*.py",),
        good=("check_integrity = True", "place = CharField()", "endpoints = []", "allocation = 3"),
        bad=(
            "check_in_at = DateTimeField()",
            "points: int",
            "    study_points = IntegerField()",
            "online_minutes: int = 0",
            "last_location = CharField()",
        ),
    ),
    Ban(
        name="surveillance label",
        why="as above, in the users' words; a document that is read may of course contain them",
        pattern=r"""(\b_\(|verbose_name\s*=|label\s*=)\s*["'][^"']*(打卡|积分|在线时长|定位)""",
        where=("src/luoshi/*.py", "src/luoshi/*.html"),
        good=('_("定期报告")', 'examples = ("找准功能定位",)'),
        bad=('_("今日打卡")', '{{ _("学习积分") }}', 'label="在线时长"', 'verbose_name="当前定位"'),
    ),
    Ban(
        name="name that says nothing",
        why="a module is named after what it knows",
        pattern=r"(^|/)(utils?|helpers?|common|managers?|services?|misc)(/|\.\w+$)",
        where=EVERYTHING,
        of_path=True,
        good=("src/luoshi/core/periods/holidays.py", "src/luoshi/edge/ops/server.py"),
        bad=("src/luoshi/utils.py", "src/luoshi/core/common/dates.py", "tests/helpers.py"),
    ),
    Ban(
        name="unfinished work",
        why="what is missing is an issue, not a remark in a file",
        pattern=r"\b(TODO|FIXME|XXX|HACK)\b|\braise NotImplementedError\b",
        where=CODE,
        good=("# The next holiday decides.", "todos = ()", "except NotImplementedError:"),
        bad=("# TODO: later", "raise NotImplementedError", "/* FIXME */"),
    ),
    Ban(
        name="empty body",
        why="a docstring fills a class, contextlib.suppress says that an error is expected",
        pattern=r"(^\s*|:\s*)pass\s*(#.*)?$",
        where=PYTHON,
        good=("passed = 3", '"""Refused because the file is locked."""'),
        bad=("    pass", "except ValueError: pass", "    pass  # nothing yet"),
    ),
    Ban(
        name="silenced checker without a reason",
        why="an exception names its rule and says why it stands",
        pattern=r"#\s*type:\s*ignore(?!\[[\w-]+(, ?[\w-]+)*\]\s+#\s*\S)"
        r"|#\s*noqa(?!:\s*[A-Z]+\d+(, ?[A-Z]+\d+)*\s+#\s*\S)",
        where=PYTHON,
        good=(
            "x = f()  # type: ignore[no-any-return]  # untyped library",
            "g()  # noqa: S603  # our own command",
        ),
        bad=("x = f()  # type: ignore", "x = f()  # type: ignore[misc]", "g()  # noqa", "g()  # noqa: S603"),
    ),
    Ban(
        name="inline script or style",
        why="the content security policy refuses it, and so does the reader of a template",
        pattern=r"<script(?![^>]*\bsrc=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|\shx-on",
        where=TEMPLATES,
        good=(
            """<script src="{{ static('luoshi/theme.js') }}" defer></script>""",
            '<link rel="stylesheet" href="a.css">',
            '<form hx-post="{{ address("close") }}" aria-label="one = two">',
        ),
        bad=(
            "<script>go()</script>",
            "<style>",
            '<p style="color: red">',
            '<a onclick="go()">',
            '<a href="javascript:go()">',
            '<div hx-on:click="go()">',
        ),
    ),
    Ban(
        name="database call in a template",
        why="a template shows what its view gathered",
        pattern=r"\.(objects\b|all\(|filter\(|exclude\(|order_by\(|exists\(|count\(\))",
        where=TEMPLATES,
        good=("{{ tasks | length }}", "{% for task in tasks %}", "{{ titles | filter_known }}"),
        bad=("{% for t in deployment.tasks.all() %}", "{{ task.moves.count() }}", "{{ Task.objects }}"),
    ),
    Ban(
        name="path of one machine",
        why="the project works in any directory, for anybody",
        pattern=r"(?<![\w.])/(?:roo[t]|hom[e]|User[s]|wor[k]|tm[p])/\w|[A-Z]:\\User[s]\\",
        where=EVERYTHING,
        good=("cd path/to/here", "/usr/share/fonts", "$LUOSHI_HOME/keys/"),
        bad=tuple(f"cd /{place}/luoshi" for place in ("root", "home", "Users", "work", "tmp")),
    ),
    Ban(
        name="address of a package index",
        why="locks hold names, versions and hashes; where packages come from is each machine's matter",
        pattern=r"(?:pyp[i]|pythonhoste[d]|npmj[s]|npmmirro[r]|debia[n])\.(?:org|com)|--(?:extra-)?index-url",
        where=EVERYTHING,
        outside=("tools/lock.sh",),
        good=("django==5.2.19 \\", "comes from the package index"),
        bad=(
            "--index-url somewhere",
            *(f"https://{index}.org/a" for index in ("pypi", "pythonhosted", "npmjs", "debian")),
        ),
    ),
)
