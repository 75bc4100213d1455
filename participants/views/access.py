"""Who may open a view: each names one permission, which an appointment at the meeting (or at all) must carry."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from participants.forms.texts import writing_in
from participants.models import Appointment, Roster, User
from participants.roles import PERMISSIONS, ROLES


def permissions_at(user: User, roster: Roster | None) -> frozenset[str]:
    """Return what `user` may do at `roster` (None: what a general appointment allows). One query."""
    where = Q(roster__isnull=True) if roster is None else Q(roster__isnull=True) | Q(roster=roster)
    codes = Appointment.objects.filter(where, user=user).values_list("role", flat=True)
    return frozenset().union(*(ROLES[code].permissions for code in codes))


def meeting_view(permission: str) -> Callable:
    """Give the view the Roster of its `slug` and let in only who has `permission` there; 404 hides the meeting."""
    PERMISSIONS[permission]

    def decorate(view):
        @wraps(view)
        def guarded(request, slug, *args, **kwargs):
            roster = get_object_or_404(Roster.objects.select_related("event"), slug=slug)
            request.allowed = permissions_at(request.user, roster)
            if "view_meeting" not in request.allowed:
                raise Http404
            if permission not in request.allowed:
                raise PermissionDenied
            request.roster = roster
            with writing_in(roster.document_languages):
                return view(request, roster, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return decorate


def office_view(permission: str) -> Callable:
    """Let in only who has `permission` by a general appointment, at no particular meeting."""
    PERMISSIONS[permission]

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            request.allowed = permissions_at(request.user, None)
            if permission not in request.allowed:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return decorate


def signed_in_view(view: Callable) -> Callable:
    """Mark a view that everybody who is signed in may open; it shows them only what is theirs."""
    view.permission = "signed_in"
    return view
