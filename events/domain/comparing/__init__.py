"""What differs between two states of a meeting, area by area; `events.domain.revision` is the way in."""
