"""Lists that came as files: no facts, kept from the upload until they are saved or a day has passed."""

from django.conf import settings
from django.db import models

from participants.domain.lists.columns import LISTS
from participants.models.fields import Versioned


def lists():
    return [(row.code, row.label) for row in LISTS.values()]


class _WithoutContent(models.Manager):
    """The bytes and the review are read where they are needed, not with every look at the row."""

    def get_queryset(self):
        return super().get_queryset().defer("content", "review")


class ListFile(Versioned):
    """A file as uploaded. `columns` has by index, as text, the code of the column that each of its columns is.

    `outline` has its `headings`, the first few rows as `samples`, how many `rows` there are, and as `unknown` the
    indexes of headings that were not understood. `review` is what was last judged of it, as JSON; it is gone when the
    columns are chosen anew. `language` is that of the person who uploaded it. Once it is saved, the bytes and the
    review are gone and the row tells that it was.
    """

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="list_files")
    kind = models.CharField(max_length=20, choices=lists)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    outline = models.JSONField(default=dict)
    columns = models.JSONField(default=dict)
    review = models.JSONField(null=True, default=None)
    language = models.CharField(max_length=8, default="en")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="list_files"
    )
    uploaded_at = models.DateTimeField(db_index=True)
    saved_at = models.DateTimeField(null=True, blank=True)

    objects = _WithoutContent()

    class Meta:
        ordering = ("-uploaded_at", "-pk")

    def __str__(self):
        return self.name


class ColumnMapping(models.Model):
    """What staff chose for the headings of a list's files: `columns` has by folded heading a code, "" for left out."""

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="column_mappings")
    kind = models.CharField(max_length=20, choices=lists)
    columns = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("roster", "kind"), name="one_mapping_per_list")]

    def __str__(self):
        return f"{self.roster_id}: {self.kind}"
