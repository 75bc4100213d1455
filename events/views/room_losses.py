"""Who would lose a seat or sit elsewhere in another room, in words, for the pages that ask first."""

from events.documents.seat_move_words import move_words
from events.documents.seat_words import moment_words, person_words
from events.documents.words import entity_name, entity_of


def lost_moments(facts, lost, language):
    """Each moment of `lost` in words."""
    segments = {one.uuid: one for one in facts.segments}
    return [
        {
            "words": moment_words(facts, segments[loss.segment], language),
            "is_kept": loss.is_kept,
            "unseated": [entity_name(entity_of(facts, uuid), language) for uuid in loss.unseated],
            "short": [entity_name(entity_of(facts, uuid), language) for uuid in loss.short],
            "off_podium": [person_words(facts.delegates[uuid], language) for uuid in loss.off_podium],
            "elsewhere": [
                *(move_words(facts, one, language) for one in loss.elsewhere.seats),
                *(
                    (person_words(facts.delegates[one.delegate], language), one.before, one.after)
                    for one in loss.elsewhere.podium
                ),
            ],
        }
        for loss in lost
    ]
