"""Where sessions are kept: in the database, because a list of one's own has to be seen there, and ended from there.

A session that lived in a signed cookie could be ended by nobody, and one that a process remembers would live on
in it. Each request therefore reads its session, by one statement written once.
"""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.utils import timezone

from luoshi.ground.statements import for_each_driver, run

_LOAD = for_each_driver("SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s")


class SessionStore(DatabaseStore):
    """Django's own, but for reading."""

    def load(self) -> dict[str, Any]:
        """Return what is kept; nothing for a session that has ended, and then its key is forgotten too."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        row = run(_LOAD, (self.session_key, now)).fetchone()
        if row is None:
            self._session_key = None
            return {}
        kept: dict[str, Any] = self.decode(row[0])
        return kept
