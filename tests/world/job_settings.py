"""The settings of an installation whose jobs are those of ``world.jobs``."""

from luoshi.config.settings import *  # noqa: F403  # every name there is a setting

KINDS = {
    "counting": "world.jobs.COUNTING",
    "refusing": "world.jobs.REFUSING",
    "breaking": "world.jobs.BREAKING",
    "waiting": "world.jobs.WAITING",
}
LUOSHI_JOBS = KINDS
