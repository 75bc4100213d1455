"""The administration of the library of rooms. What belongs to a meeting is changed by its own pages alone."""

from django.contrib import admin

from events.models import LibraryRoom
from participants.admin import ModelAdmin


@admin.register(LibraryRoom)
class LibraryRoomAdmin(ModelAdmin):
    list_display = ("slug", "is_approximate", "source")
    fields = ("slug", "names", "building", "city", "is_approximate", "source", "plan")
