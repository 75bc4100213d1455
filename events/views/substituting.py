"""A principal is replaced, withdraws or changes rank: a form, the review of all that follows, and its applying."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.domain.substituting import consequences
from events.domain.substitution.change import NotPossible
from events.forms.people import label_of
from events.forms.substituting import ReviewForm, SubstitutionForm
from events.operations.substituting import ReviewMoved, substitute
from events.queries import meeting_facts
from events.views.substitution_review import completed, gone, groups_of, seen_in, seen_text, words
from participants.domain.attendance import delegates_of
from participants.domain.names import full_name
from participants.domain.texts import text_in
from participants.models import Delegate
from participants.operations.delegates import AlreadyAdded
from participants.views.access import meeting_view
from participants.views.parsing import uuid_or_none
from participants.views.saving import say_saved


@meeting_view("edit_delegations")
def substitute_page(request, roster, uuid):
    if "edit_programme" not in request.allowed:
        raise PermissionDenied
    rows = Delegate.objects.select_related("delegation__roster__event")
    row = get_object_or_404(rows, delegation__roster=roster, uuid=uuid)
    if row.withdrawn_at:
        made = Delegate.objects.filter(uuid=uuid_or_none(request.POST.get("token", ""))).first()
        return applied_before(request, row, made) if made else left(request, row)
    facts = meeting_facts(roster)
    person = facts.delegates[str(row.uuid)]
    form = SubstitutionForm(request.POST or None, person=person, members=members(facts, person))
    if request.method != "POST" or not form.is_valid() or "back" in request.POST:
        return show_form(request, row, facts, form)
    if "seen" not in request.POST and form.cleaned_data["version"] != person.version:
        form.add_moved(person)
        return show_form(request, row, facts, form)
    try:
        return apply(request, row, facts, form) if "apply" in request.POST else first_review(request, row, facts, form)
    except NotPossible:
        return left(request, row)
    except AlreadyAdded as again:
        return applied_before(request, row, again.delegate)


def left(request, row):
    name = full_name_of(row)
    messages.error(
        request, _("%(name)s, or who is to take the place, is not in the delegation any more. Nothing was done.")
        % {"name": name}
    )  # fmt: skip
    return redirect("participants:delegation", request.roster.slug, row.delegation.uuid)


def applied_before(request, row, made):
    if made.delegation_id == row.delegation_id:
        words = _("%(name)s is in the delegation already: the form was sent twice.")
        messages.info(request, words % {"name": full_name_of(made)})
    else:
        messages.error(request, _("This form belongs to another delegation. Open it again from here."))
    return redirect("participants:delegation", request.roster.slug, row.delegation.uuid)


def full_name_of(row):
    return str(row) or _("The delegate to be named")


def members(facts, person):
    others = delegates_of(facts.delegations[person.delegation])
    language = get_language() or "en"
    return [
        (one.uuid, label_of(facts, one, language))
        for one in others
        if one.uuid != person.uuid and not one.is_placeholder
    ]


def context_of(row, facts):
    person = facts.delegates[str(row.uuid)]
    entity = facts.entities[facts.delegations[person.delegation].entity].names
    name = full_name(person) or text_in(person.function, get_language() or "en") or _("The delegate to be named")
    return {
        "tab": "participants",
        "delegation": row.delegation,
        "entity": text_in(entity, get_language() or "en"),
        "person": person,
        "name": name,
    }


def show_form(request, row, facts, form):
    context = context_of(row, facts) | {"form": form}
    return render(request, "events/substitute.html", context, status=422 if form.is_bound and form.errors else 200)


def first_review(request, row, facts, form):
    found = consequences(facts, form.wish)
    return show_review(request, row, facts, form, found, review_of(request, found))


def review_of(request, found):
    return ReviewForm(completed(request.POST, found), rows=found.rows)


def show_review(request, row, facts, form, found, review, *, is_moved=False):
    seen = seen_in(request.POST)
    context = context_of(row, facts) | {
        "hidden": form.hidden,
        "seen": seen_text(found),
        "review": review,
        "groups": groups_of(facts, found, review, seen=seen if is_moved else None),
        "is_moved": is_moved,
        "gone": gone(facts, seen, found) if is_moved else [],
        "has_errors": bool(is_moved or review.errors),
    }
    return render(request, "events/substitute_review.html", context, status=422 if context["has_errors"] else 200)


def apply(request, row, facts, form):
    found, now = consequences(facts, form.wish), timezone.now()
    review = review_of(request, found)
    if found.seen != seen_in(request.POST):
        return show_review(request, row, facts, form, found, review, is_moved=True)
    if not review.is_valid():
        return show_review(request, row, facts, form, found, review)
    try:
        substitute(
            row, wish=form.wish, kept=review.kept, texts=review.texts, seen=found.seen, why=form.cleaned_data["why"],
            by=request.user, at=now,
        )  # fmt: skip
    except ReviewMoved as moved:
        facts = meeting_facts(request.roster)
        return show_review(request, row, facts, form, moved.now, review_of(request, moved.now), is_moved=True)
    name = context_of(row, facts)["name"]
    done = _("All that follows from the change of %(name)s was applied together.") % {"name": name}
    say_saved(request, at=now, zone=request.roster.zone, what=done)
    told = ", ".join(words(one.about) for one in found.of("told"))
    messages.info(request, _("To be told: %(names)s.") % {"names": told})
    return redirect("participants:delegation", request.roster.slug, row.delegation.uuid)
