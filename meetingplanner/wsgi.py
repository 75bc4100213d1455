"""The WSGI application that a server loads."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from meetingplanner.checks import refuse_without_catalogues

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meetingplanner.settings")
application = get_wsgi_application()
refuse_without_catalogues()

# The pages are loaded before anybody asks for one. What is loaded now stays: looking through it for garbage cost a list
# of thousands of people as much again as making it.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 10, 10)
