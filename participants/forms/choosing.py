"""Long choices: a text box with suggestions that works without scripts, and resolves what was typed in words."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.domain.names import fold, matches
from participants.models import Entity, EntityName
from participants.queries import valid_on

NAMED_AT_MOST = 6


class SuggestInput(forms.TextInput):
    template_name = "widgets/suggest.html"

    def __init__(self, *, suggestions=(), attrs=None):
        super().__init__({"autocomplete": "off"} | (attrs or {}))
        self.suggestions = suggestions

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["list"] = list_id
        suggestions = self.suggestions() if callable(self.suggestions) else self.suggestions
        return context | {"suggestions": suggestions, "list_id": list_id}


class EntityFormField(forms.CharField):
    """Gives an Entity of the directory, or of `roster` alone, found by name, abbreviation, code or alias.

    A name of its first day prevails over one of other days.
    """

    def __init__(self, *, roster=None, language="en", **kwargs):
        self.roster = roster
        self.language = language
        kwargs.setdefault("max_length", 200)
        super().__init__(widget=SuggestInput(suggestions=self.suggestions), **kwargs)

    def __deepcopy__(self, memo):
        result = super().__deepcopy__(memo)
        result.widget.suggestions = result.suggestions
        return result

    def names(self):
        if not hasattr(self, "_names"):
            self._names = names_at(self.roster)
        return self._names

    def share(self, names):
        """Take the names that many fields of one page have in common."""
        self._names = names

    def suggestions(self):
        if not hasattr(self, "_names"):
            return list_names_at(self.roster, self.language)
        own = [row for row in self.names() if row.language == self.language]
        return [row.list_name for row in sorted(own, key=lambda row: (row.sort_key, row.pk))]

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value
        key = getattr(value, "pk", value)
        own = [row for row in self.names() if row.entity_id == key]
        best = sorted(own, key=lambda row: row.language != self.language)
        return best[0].list_name if best else str(value)

    def clean(self, value):
        text = super().clean(value)
        return self.found(text) if text else None

    def found(self, text):
        folded = fold(text)
        rows = self.names() if folded else []
        exact = {row.entity for row in rows if folded in keys_of(row)}
        if len(exact) == 1:
            return exact.pop()
        near = {row.entity_id: row for row in rows if matches(fold(row.list_name), text)}
        near = near or {row.entity_id: row for row in rows if matches(row.entity.search_key, text)}
        if len(near) == 1:
            return next(iter(near.values())).entity
        if not near:
            raise ValidationError(
                _("The directory has no “%(text)s”. Type another part of the name, or its abbreviation."),
                params={"text": text},
            )
        names = sorted(self.prepare_value(row.entity) for row in near.values())
        named = ", ".join(names[:NAMED_AT_MOST]) + (", …" if len(names) > NAMED_AT_MOST else "")
        raise ValidationError(_("This may be: %(names)s. Type the one that is meant."), params={"names": named})


def choosable(roster):
    return Entity.objects.filter(Q(roster__isnull=True) | Q(roster=roster)).exclude(kind="organ")


def list_names_at(roster, language):
    """What is suggested, in its order: where nothing was typed yet, nothing else of the names is wanted."""
    rows = EntityName.objects.filter(valid_on(roster.first_on), entity__in=choosable(roster), language=language)
    # Sorted here: a database may have rules of its own for blanks.
    return [name for *_, name in sorted(rows.values_list("sort_key", "pk", "list_name"))]


def names_at(roster):
    """The names on the roster's first day of the entities that it may choose from."""
    here = choosable(roster)
    # Fetched apart, an entity is one object for the names it has in all languages.
    entities = {one.pk: one for one in here.prefetch_related("aliases")}
    rows = [one for one in EntityName.objects.filter(valid_on(roster.first_on)) if one.entity_id in entities]
    for one in rows:
        one.entity = entities[one.entity_id]
    return rows


def keys_of(row):
    names = (row.list_name, row.short, row.formal, row.abbreviation, row.entity.code)
    return {fold(one) for one in (*names, *(alias.alias for alias in row.entity.aliases.all())) if one}
