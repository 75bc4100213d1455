"""The library of rooms, which is the office's; a meeting's own room is under its seating."""

from django.urls import path

from events.views import room_making, room_seats, rooms

ROOM = "rooms/<slug:code>/"

urlpatterns = [
    path("rooms/", rooms.rooms, name="rooms"),
    path("rooms/new/", room_making.room_new, name="room_new"),
    path("rooms/import/", room_making.room_import, name="room_import"),
    path(ROOM, rooms.room, name="room"),
    path(f"{ROOM}seats/", room_seats.library_seats, name="room_seats"),
    path(f"{ROOM}describe/", rooms.room_describe, name="room_describe"),
    path(f"{ROOM}duplicate/", rooms.room_duplicate, name="room_duplicate"),
    path(f"{ROOM}delete/", rooms.room_delete, name="room_delete"),
    path(f"{ROOM}room.<str:file_format>", rooms.room_export, name="room_export"),
    path("meetings/<slug:slug>/seating/room/seats/", room_seats.seating_seats, name="seating_seats"),
    path("meetings/<slug:slug>/seating/room.<str:file_format>", rooms.seating_export, name="seating_export"),
]
