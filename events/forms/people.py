"""Who is meant: a delegate of the meeting, or a delegation whose name is to follow, found by what was typed."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.domain.people import called
from participants.domain.names import fold, matches, person_sort_key
from participants.domain.texts import text_in
from participants.forms.choosing import NAMED_AT_MOST, SuggestInput


@dataclass(frozen=True, kw_only=True)
class Person:
    """A choice: `delegate` is empty while the name is to follow; both are uuids."""

    delegation: str
    delegate: str
    label: str


def people_of(facts, *, language, has_to_follow=False, also=frozenset()):
    """The delegates who were not withdrawn, and those of `also`, by name; then the delegations, each to be named."""
    people, to_follow = [], []
    for delegation in facts.roster.delegations:
        entity = text_in(facts.entities[delegation.entity].names, language)
        for one in sorted(delegation.delegates, key=lambda one: (person_sort_key(one), one.uuid)):
            if not one.is_withdrawn or one.uuid in also:
                people.append(
                    Person(delegation=delegation.uuid, delegate=one.uuid, label=label_of(facts, one, language))
                )
        words = gettext("%(entity)s: name to follow") % {"entity": entity}
        to_follow.append(Person(delegation=delegation.uuid, delegate="", label=words))
    people.sort(key=lambda one: (fold(one.label), one.delegate))
    to_follow.sort(key=lambda one: (fold(one.label), one.delegation))
    return unlike([*people, *to_follow] if has_to_follow else people)


def label_of(facts, delegate, language):
    name = called(facts, delegate)
    entity = facts.entities[facts.delegations[delegate.delegation].entity].names
    return f"{name if isinstance(name, str) else text_in(name, language)} ({text_in(entity, language)})"


def unlike(people):
    # Two of one name: the second is told apart by a number, so that what is chosen means one of them.
    seen, told_apart = {}, []
    for one in people:
        seen[one.label] = seen.get(one.label, 0) + 1
        label = one.label if seen[one.label] == 1 else f"{one.label} {seen[one.label]}"
        told_apart.append(Person(delegation=one.delegation, delegate=one.delegate, label=label))
    return told_apart


class PersonFormField(forms.CharField):
    """Gives a Person of `people`, found by words of the name or of the delegation; accents need not be typed."""

    def __init__(self, *, people=(), **kwargs):
        self.people = list(people)
        kwargs.setdefault("max_length", 400)
        super().__init__(widget=SuggestInput(suggestions=self.suggestions), **kwargs)

    def __deepcopy__(self, memo):
        result = super().__deepcopy__(memo)
        result.widget.suggestions = result.suggestions
        return result

    def suggestions(self):
        return [one.label for one in self.people]

    def prepare_value(self, value):
        return value.label if isinstance(value, Person) else value

    def person(self, *, delegation, delegate):
        return next((one for one in self.people if (one.delegation, one.delegate) == (delegation, delegate)), None)

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "") != (data or "").strip()

    def shown(self, value):
        return value.label if value else "–"

    def clean(self, value):
        text = super().clean(value)
        return self.found(text) if text else None

    def found(self, text):
        exact = [one for one in self.people if fold(one.label) == fold(text)]
        if len(exact) == 1:
            return exact[0]
        near = [one for one in self.people if fold(text) and matches(fold(one.label), text)]
        if len(near) == 1:
            return near[0]
        if not near:
            raise ValidationError(
                _("Nobody at this meeting is called “%(text)s”. Type part of the name or of the delegation."),
                params={"text": text},
            )
        named = "; ".join(one.label for one in near[:NAMED_AT_MOST]) + ("; …" if len(near) > NAMED_AT_MOST else "")
        raise ValidationError(_("This may be: %(names)s. Type the one that is meant."), params={"names": named})
