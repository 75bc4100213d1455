"""Answers kept with the facts from which they follow."""

from dataclasses import dataclass, replace

from participants.domain.once import once


@dataclass(frozen=True, kw_only=True)
class Facts:
    number: int


asked = []


@once
def times(facts, part):
    asked.append((facts.number, part.number))
    return facts.number * part.number


@once
def double(facts):
    asked.append(facts.number)
    return facts.number * 2


def test_answer_is_computed_once_for_an_object_and_anew_for_a_changed_copy():
    asked.clear()
    facts = Facts(number=2)
    other = replace(facts, number=3)
    assert [double(facts), double(facts), double(other)] == [4, 4, 6]
    assert asked == [2, 3]


def test_answer_for_a_part_is_kept_for_that_object_alone_and_never_for_one_in_its_stead():
    asked.clear()
    facts, part = Facts(number=2), Facts(number=5)
    assert [times(facts, part), times(facts, part), times(facts, replace(part))] == [10, 10, 10]
    assert asked == [(2, 5), (2, 5)]
    assert [times(facts, Facts(number=number)) for number in range(100)] == [2 * number for number in range(100)]


def test_facts_with_an_answer_kept_are_equal_to_those_without():
    facts = Facts(number=2)
    double(facts)
    assert (facts, repr(facts)) == (Facts(number=2), repr(Facts(number=2)))
    assert asked
