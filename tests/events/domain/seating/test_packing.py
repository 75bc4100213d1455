from events.domain.seating.packing import packed


def test_sitters_fill_stretches_without_crossing_an_aisle():
    assert packed([3, 2, 1, 2, 1], [2, 1, 2]) == {2: [0, 3], 1: [2]}


def test_places_enough_in_number_but_split_by_aisles_do_not_do():
    assert packed([3, 2, 1, 3, 2, 1], [2, 2, 2]) is None


def test_a_large_one_takes_the_stretch_that_leaves_room_for_the_others():
    assert packed([4, 3, 2, 1, 3, 2, 1], [3, 2, 2]) == {3: [4], 2: [0, 2], 1: []}


def test_more_sitters_than_places_do_not_fit():
    assert packed([1, 1], [1, 1, 1]) is None
