"""What tests of the programme's page look at."""

from django.urls import reverse


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def titles(segment):
    return [row.title["en"] for row in segment.items.kept().order_by("position")]


def csv(rows):
    return ",".join(str(row.uuid) for row in rows)
