import csv
import io

from tests import facts as make
from tests.events.documents.prints import AS_OF, file, sheet_rows, with_observers, words


def rows(facts):
    return list(csv.reader(io.StringIO(file("observers-csv", facts).content.decode("utf-8-sig"))))


def test_register_has_places_by_number_and_the_queue_by_time_received():
    text = words("observers", with_observers())
    assert "Observer places 2 Granted 2 Free 0 Waiting 1" in text
    places = [text.find(one) for one in ("1 New Zealand", "2 Spain", "Waiting list", "1 Ireland")]
    assert -1 not in places
    assert places == sorted(places)
    assert "20 September 2017, 09:00" in text[places[-1] :]


def test_withdrawn_request_is_left_out():
    facts = with_observers()
    gone = make.request("IRL", withdrawn_at=AS_OF)
    text = words("observers", make.with_roster(facts, requests=(gone,)))
    assert "Ireland" not in text
    assert "No place has been granted yet." in text and "Nobody is waiting." in text


def test_sheets_have_the_same_rows_granted_before_waiting():
    facts = with_observers()
    assert [row[:5] for row in rows(facts)[1:]] == [
        ["granted", "1", "", "NZL", "New Zealand"],
        ["granted", "2", "", "ESP", "Spain"],
        ["waiting", "", "1", "IRL", "Ireland"],
    ]
    assert [row[3] for row in sheet_rows(file("observers-xlsx", facts).content)[1:]] == ["NZL", "ESP", "IRL"]


def test_no_cell_of_a_sheet_can_act_as_a_formula():
    facts = with_observers()
    requests = (make.request("IRL", contact_name="=1+1", note="@SUM(A1)"),)
    row = rows(make.with_roster(facts, requests=requests))[1]
    assert (row[5], row[8]) == ("'=1+1", "'@SUM(A1)")
