"""Makes activities an app of the site."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Activities as Django knows them. They stay what an organization did, also when it ends, so nothing follows it."""

    name = "luoshi.act.activities"
    label = "activities"
