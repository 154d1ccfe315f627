"""How long somebody who failed too often has to wait."""

import math
import time

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

APP, ACTION = "allauth.account", "login_failed"


def minutes_to_wait(request: HttpRequest, key: str) -> int:
    """Return in how many whole minutes a failed attempt is forgotten, so that the next one is let through; at least 1.

    ``key`` is what allauth counts the failures of one account under. The times of the last failures stand in
    the cache, newest first.
    """
    waits = [0.0]
    for rate in ratelimit.get_rates(app=APP, action=ACTION, config=app_settings.RATE_LIMITS):
        name = ratelimit.get_cache_key(request, app=APP, action=ACTION, rate=rate, key=key)
        failures = cache.get(name, [])
        if len(failures) >= rate.amount:
            waits.append(failures[rate.amount - 1] + rate.duration - time.time())
    return max(1, math.ceil(max(waits) / 60))
