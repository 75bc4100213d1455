from events.domain.seating.recent import MOST, Recent


def test_what_was_made_is_kept_until_there_are_too_many():
    made = []
    recent = Recent(lambda key: made.append(key) or -key)
    found = [recent[key] for key in (*range(MOST), 1, MOST, 1, 0)]
    assert (found[-4:], made[-2:], len(recent)) == ([-1, -MOST, -1, 0], [MOST, 0], MOST)
