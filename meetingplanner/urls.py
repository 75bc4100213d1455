"""The map of addresses: includes only."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from meetingplanner import views

# One door: administrators sign in where everybody does, with the same limit on attempts.
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("health/", views.health, name="health"),
    path("i18n/setlang/", views.set_language, name="set_language"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("participants.urls")),
    path("", include("events.urls")),
]
