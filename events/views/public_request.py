"""The public form for observer places of a meeting: open or not, asked in words, answered with a page of one's own."""

import uuid

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.views.public import announced, public_view
from participants.domain.allocation import AlreadyRequested
from participants.domain.desk import form_state
from participants.forms.answers import MemberForm, ObserverRequestForm, check_heads
from participants.forms.wording import entity_name, refusal_words, state_words
from participants.links import token_of
from participants.models import Request, Roster
from participants.operations.entities import EntityExists, NewEntity
from participants.operations.observers import Refused, register_observer
from participants.queries import desk_facts


@public_view("observers")
def observers_form(request, slug):
    roster = get_object_or_404(Roster.objects.select_related("event"), slug=slug)
    now = timezone.now()
    state = form_state(desk_facts(roster), now)
    data = request.POST if request.method == "POST" and state.is_open else None
    form = ObserverRequestForm(data, roster=roster)
    rows = [
        MemberForm(data, prefix=f"m{number}", initial={"role": "adviser" if number else "head"})
        for number in range(roster.most_places)
    ]
    if data is not None:
        asked = registered(roster, form, rows, at=now)
        if asked:
            return redirect("events:request", token_of(asked))
        state = form_state(desk_facts(roster), now)
    context = {
        **announced(roster),
        "state": state,
        "state_words": state_words(state, roster),
        "form": form,
        "member_forms": rows,
    }
    return render(request, "events/observers_form.html", context)


def registered(roster, form, rows, *, at):
    """The request that was registered, now or by the same form before; None when the forms say why not."""
    if not all([form.is_valid(), *(one.is_valid() for one in rows)]):
        return None
    check_heads(rows)
    named = [one for one in rows if one.cleaned_data["family_name"]]
    data = form.cleaned_data
    for one in named[data["places_asked"] :]:
        one.add_error("family_name", _("You ask for fewer places than you name people."))
    if any(one.errors for one in rows):
        return None
    entity = data["entity"] or NewEntity(names={get_language() or "en": data["new_name"]})
    try:
        done = register_observer(
            roster, entity=entity, received_at=at, by=None, at=at, uuid=data["token"] or uuid.uuid4(),
            delegates=[delegate_of(one) for one in named], is_public=True,
            **{name: data[name] for name in ("places_asked", "contact_name", "contact_email", "language", "note")},
        )  # fmt: skip
    except Refused as refused:
        form.add_error("entity" if data["entity"] else "new_name", words_of(refused.refusal, roster, data["entity"]))
    except EntityExists as exists:
        words = _("The list has %(name)s already; choose it there.") % {"name": exists.name}
        form.add_error("new_name", words)
    except ValidationError as error:
        form.add_error(None, error)
    else:
        return Request.objects.get(uuid=done.request)
    return None


def words_of(refusal, roster, entity):
    """The refusal in words; where a stranger's request stands is not told to who only names the entity."""
    name = entity_name(entity, roster) if entity else ""
    if isinstance(refusal, AlreadyRequested):
        words = _("%(name)s has asked already. Use the link it was sent, or write to the secretariat.")
        return words % {"name": name}
    return refusal_words(refusal, roster=roster, name=name)


def delegate_of(form):
    member = form.member()
    function = {get_language() or "en": member.function} if member.function else {}
    names = ("gender", "given_names", "family_name", "is_family_name_first", "language", "access_needs", "email")
    style = {"style": member.style} if member.style else {}
    return {name: getattr(member, name) for name in names} | style | {"function": function}
