"""People of the registry, offered for a delegation with the title they bear on the meeting's day."""

from django.db.models import Q
from django.utils.translation import get_language

from participants.domain.names import fold, matches
from participants.domain.texts import text_in
from participants.models import Person, PersonTitle
from participants.queries import valid_on

MOST_ENTRIES = 20


def entries(roster, delegation, *, query=""):
    """Those who bear a title of the entity or of its organs that day; with a query, whoever bears any title.

    Who is in the delegation already is left out.
    """
    there = delegation.delegates.filter(withdrawn_at__isnull=True, person__isnull=False).values("person")
    titles = PersonTitle.objects.filter(valid_on(roster.first_on)).select_related("person", "entity", "organ")
    if not fold(query):
        titles = titles.filter(Q(entity=delegation.entity_id) | Q(entity__parent=delegation.entity_id))
    titles = titles.exclude(person__in=there).order_by("person__search_key", "person__code", "pk")
    found = [one for one in titles if matches(f"{one.person.search_key} {fold(' '.join(one.title.values()))}", query)]
    return [
        {"code": one.person.code, "name": str(one.person), "title": text_in(one.title, get_language() or "en")}
        for one in found[:MOST_ENTRIES]
    ]


def entry(roster, delegation, code):
    """The person of that code with the title of the day, that of the delegation's entity before any other."""
    person = Person.objects.filter(code=code[:50]).first() if code and "\x00" not in code else None
    if person is None:
        return None
    titles = list(person.titles.filter(valid_on(roster.first_on)).select_related("organ", "entity").order_by("pk"))
    own = [one for one in titles if delegation.entity_id in (one.entity_id, one.entity.parent_id)]
    return person, next(iter(own or titles), None)


def as_initial(chosen):
    person, title = chosen
    name = {
        "person": person, "given_names": person.given_names, "family_name": person.family_name,
        "is_family_name_first": person.is_family_name_first, "gender": person.gender,
    }  # fmt: skip
    return name | ({"function": title.title, "rank": title.rank, "organ": title.organ} if title else {})
