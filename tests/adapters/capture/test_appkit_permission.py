"""The permission to read titles on a Mac: missing, lost, regained, and asked for."""

from __future__ import annotations

import pytest

from tests.fakes.mac_desk import DENIED, WELL, Desk, well
from wisestep_desktop.adapters.capture.appkit import PERMISSION, POLL
from wisestep_desktop.core.observation import Window


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize("stale", [True, False], ids=["the system does not say so", "the system says so"])
def test_a_permission_lost_in_the_middle_is_noticed_and_regained_without_a_restart(desk: Desk, stale: bool) -> None:
    source = desk.watch()
    source.news()
    desk.mac.permitted, desk.mac.says = False, stale
    heard = [window for _ in range(PERMISSION // POLL + 1) for window in desk.look(source, POLL)]
    assert heard == [Window("Microsoft Word", "")]
    assert well(source) == DENIED
    assert not desk.mac.ports, "an observer that may hear nothing is not kept"
    desk.mac.activate(desk.mail)
    assert desk.look(source) == (Window("Mail", ""),)
    desk.mac.permitted = True  # the system may go on saying no: it remembers its answer for this process
    desk.mac.says = not stale
    heard = [window for _ in range(PERMISSION // POLL + 1) for window in desk.look(source, POLL)]
    assert heard == [Window("Mail", "Inbox")]
    assert well(source) == WELL
    assert len(desk.mac.ports) == 1


def test_without_the_permission_names_only_and_few_questions(desk: Desk) -> None:
    desk.mac.permitted = desk.mac.says = False
    source = desk.watch()
    assert well(source) == DENIED
    assert source.news() == (Window("Microsoft Word", ""),)
    assert well(source) == DENIED
    before, asked = desk.mac.questions, desk.mac.trust_asked
    for _ in range(60):
        desk.look(source, POLL)
    assert desk.mac.questions - before <= 60_000 // PERMISSION + 1
    assert desk.mac.trust_asked - asked <= 60_000 // PERMISSION
    assert desk.mac.made == 0
    assert desk.mac.asked == 0, "the person is asked only when somebody says so"


def test_the_person_is_asked_on_demand_and_the_answer_is_seen_at_once(desk: Desk) -> None:
    desk.mac.permitted = desk.mac.says = False
    source = desk.watch()
    source.news()
    desk.mac.permitted = desk.mac.says = True
    assert source.ask_permission()
    assert desk.mac.asked == 1
    assert [each.title for each in desk.look(source)] == ["Lease"]
