"""The wiring as a Django application: it sees to the table of the cache whenever the database is migrated."""

from django.apps import AppConfig, apps
from django.core.checks import register
from django.core.management import call_command
from django.db.models.signals import post_migrate

from meetingplanner.checks import CATALOGUES, catalogues_are_compiled


def create_cache_table(*, using, **_kwargs):
    call_command("createcachetable", database=using, verbosity=0)


class MeetingPlannerConfig(AppConfig):
    name = "meetingplanner"
    verbose_name = "Meeting Planner"

    def ready(self):
        register(catalogues_are_compiled, CATALOGUES)
        # The signal is sent for applications with models; any one of them stands for the whole database.
        post_migrate.connect(create_cache_table, sender=apps.get_app_config("participants"))
