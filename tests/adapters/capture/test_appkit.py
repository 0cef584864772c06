"""A Mac watched: one observer at a time, no program that can keep us, a permission that comes and goes."""

from __future__ import annotations

import threading

import pytest

from tests.fakes.appkit import OURS, FakeMac, MacApp, MacWindow
from tests.fakes.mac_desk import DENIED, LEASE, WELL, Desk, well
from tests.fakes.systems import copy_on
from wisestep_desktop.adapters.capture.appkit import GAP, HUNG, PERMISSION, POLL, AppKitWindows
from wisestep_desktop.adapters.capture.appkit_front import path_of
from wisestep_desktop.adapters.capture.appkit_seams import MAIN_WINDOW_CHANGED, AxError, Element, Observer
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health
from wisestep_desktop.ports.windows import SourceLostError


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_title_and_document_of_the_window_in_front(desk: Desk) -> None:
    source = desk.watch()
    assert source.news() == (Window("Microsoft Word", "Lease", "/Users/ada/Matters/Lease – Smith.docx"),)
    assert source.name == "appkit"
    assert (source.poll, source.fileno()) == (POLL, -1)
    assert well(source) == WELL


def test_an_activation_is_told_at_once_and_its_window_when_it_comes(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    letter = MacWindow("Letter")
    pages = MacApp("Pages", "com.apple.Pages")
    desk.mac.activate(pages)  # AppKit is first: the window is not there yet
    assert desk.look(source) == (Window("Pages", ""),)
    desk.mac.focus(pages, letter)
    assert desk.look(source) == (Window("Pages", "Letter"),)
    desk.mac.retitle(pages, letter, "Letter, edited")
    assert desk.look(source) == (Window("Pages", "Letter, edited"),)


def test_nobody_is_asked_while_nothing_was_heard_and_no_second_went_by(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    before = desk.mac.questions
    assert desk.look(source, POLL - 1) == ()
    assert desk.mac.questions == before
    desk.lease.title = "changed without a word"
    assert [each.title for each in desk.look(source, 1)] == ["changed without a word"]


def test_a_window_that_never_rests_is_looked_at_twenty_times_a_second(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    began, looks = desk.clock.now, 0
    while desk.clock.now < began + 1_000:
        desk.mac.retitle(desk.word, desk.lease, f"{desk.clock.now} %")
        looks += bool(desk.look(source, 1))
    assert looks == 1_000 // GAP
    desk.mac.retitle(desk.word, desk.lease, "at rest")
    assert source.poll == GAP, "a look that is owed is not forgotten"
    assert [each.title for each in desk.look(source)] == ["at rest"]
    assert source.poll == POLL


def test_a_program_that_tells_no_changes_of_title_is_looked_at_each_second(desk: Desk) -> None:
    desk.word.tells_titles = False
    source = desk.watch()
    source.news()
    desk.mac.retitle(desk.word, desk.lease, "second")
    assert desk.look(source) == ()
    assert [each.title for each in desk.look(source, POLL)] == ["second"]
    before = desk.mac.questions
    desk.look(source, POLL)
    assert desk.mac.questions - before == 3, "window, title, document; it is not asked again to tell its changes"


def test_another_window_of_the_same_program_is_followed_instead_of_the_first(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    will = MacWindow("Will")
    desk.mac.focus(desk.word, will)
    assert desk.look(source) == (Window("Microsoft Word", "Will"),)
    desk.mac.retitle(desk.word, desk.lease, "Lease, behind")
    assert source.poll == POLL, "a title behind wakes nobody"
    desk.mac.retitle(desk.word, will, "Will, signed")
    assert desk.look(source) == (Window("Microsoft Word", "Will, signed"),)


def test_an_event_of_a_window_that_is_gone_keeps_what_was_told_until_the_next_look(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.mac.shut(desk.word, desk.lease)
    assert desk.look(source) == ()
    desk.mac.focus(desk.word, None)
    assert desk.look(source) == (Window("Microsoft Word", ""),)
    assert len(desk.mac.ports) == 1


def test_a_program_without_focus_has_a_main_window(desk: Desk) -> None:
    desk.word.main, desk.word.focused = desk.lease, None
    source = desk.watch()
    assert [each.title for each in source.news()] == ["Lease"]


def test_ten_thousand_switches_leave_no_observer_and_never_had_two(desk: Desk) -> None:
    source = desk.watch()
    for number in range(10_000):
        desk.mac.activate(desk.mail if number % 2 else desk.word)
        assert len(desk.look(source)) == 1
    assert (desk.mac.most, len(desk.mac.ports), desk.mac.made) == (1, 1, 10_000)
    source.close()
    source.close()
    assert not desk.mac.ports
    assert desk.mac.closed


def test_a_program_that_has_just_started_is_observed_a_little_later(desk: Desk) -> None:
    pages = MacApp("Pages", focused=MacWindow("Letter"), starting=4)
    source = desk.watch()
    desk.mac.activate(pages)
    assert source.news() == (Window("Pages", "Letter"),), "its title is read all the same"
    assert not desk.mac.ports
    for _ in range(4):
        desk.look(source, POLL)
    assert len(desk.mac.ports) == 1
    desk.mac.retitle(pages, pages.focused or MacWindow(""), "Letter 2")
    assert [each.title for each in desk.look(source)] == ["Letter 2"]
    assert desk.mac.most == 1


def test_a_program_that_refuses_every_observer_is_not_asked_for_ever(desk: Desk) -> None:
    desk.word.starting = 1_000_000
    source = desk.watch()
    for number in range(60):
        desk.lease.title = f"{number}"
        assert [each.title for each in desk.look(source, POLL)] == [f"{number}"]
    assert desk.word.starting >= 1_000_000 - 30
    assert not desk.mac.ports


def test_a_program_that_hangs_costs_a_quarter_of_a_second_now_and_then(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.word.hangs = True
    began, spent = desk.clock.now, 0
    for _ in range(60):
        desk.clock.pass_by(POLL)
        before = desk.clock.now
        assert source.news() == (), "what was told stays: nothing on the screen has changed"
        spent += desk.clock.now - before
        assert desk.clock.now - before <= 250
    assert spent <= (desk.clock.now - began) // 12
    desk.word.hangs = False
    desk.mac.retitle(desk.word, desk.lease, "back again")
    assert [each.title for each in desk.look(source, HUNG)] == ["back again"]


def test_a_program_that_hangs_when_it_comes_is_told_by_name_and_left_without_a_question(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.mail.hangs = True
    desk.mac.activate(desk.mail)
    assert desk.look(source) == (Window("Mail", ""),)
    before = desk.clock.now
    desk.mac.activate(desk.word)
    assert [each.title for each in desk.look(source)] == ["Lease"]
    assert desk.clock.now - before == GAP
    assert len(desk.mac.ports) == 1


def test_a_program_that_began_to_hang_is_left_without_a_question(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.word.hangs = True
    desk.look(source, POLL)
    assert len(desk.mac.ports) == 1
    desk.mac.activate(desk.mail)
    before = desk.clock.now
    assert [each.title for each in desk.look(source)] == ["Inbox"]
    assert desk.clock.now - before == GAP
    assert [port.app for port in desk.mac.ports] == [desk.mail]


def test_a_process_that_dies_in_front_lets_go_of_its_observer(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.mac.die(desk.word)
    assert desk.look(source, POLL) == ()
    assert not desk.mac.ports
    desk.mac.activate(desk.mail)
    assert [each.title for each in desk.look(source)] == ["Inbox"]


def test_a_program_that_died_before_the_first_look_is_told_by_name(desk: Desk) -> None:
    desk.mac.die(desk.word)
    assert desk.watch().news() == (Window("Microsoft Word", ""),)


def test_a_program_that_answers_with_failures_shows_no_stale_title(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.word.broken = True
    assert desk.look(source, POLL) == ()
    assert desk.look(source, POLL) == (Window("Microsoft Word", ""),)
    assert desk.look(source, POLL) == ()


@pytest.mark.parametrize(
    "cover",
    [
        MacApp("loginwindow", "com.apple.loginwindow", focused=MacWindow("Login")),
        MacApp("ScreenSaverEngine", "com.apple.ScreenSaver.Engine"),
        MacApp("loginwindow"),
    ],
    ids=["lock", "screen saver", "lock without a bundle"],
)
def test_behind_a_locked_screen_nothing_is_in_front(desk: Desk, cover: MacApp) -> None:
    source = desk.watch()
    source.news()
    desk.mac.activate(cover)
    assert desk.look(source) == (NOTHING,)
    assert not desk.mac.ports
    desk.mac.activate(desk.word)
    assert [each.title for each in desk.look(source)] == ["Lease"]


def test_our_own_window_is_never_asked_and_does_not_look_like_a_lost_permission(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.mac.activate(MacApp("WiseStep", process=OURS, focused=MacWindow("Timeline")))
    assert desk.look(source) == (Window("WiseStep", "WiseStep"),)
    assert not desk.mac.ports


def test_between_two_applications_nothing_is_in_front_for_an_instant_only(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.mac.activate(None)
    assert desk.look(source) == ()
    desk.mac.activate(desk.mail)
    assert [each.title for each in desk.look(source)] == ["Inbox"]
    desk.mac.activate(None)
    assert desk.look(source) == ()
    assert desk.look(source, POLL) == (NOTHING,)
    assert not desk.mac.ports


def test_without_a_main_run_loop_the_focused_application_counts(desk: Desk) -> None:
    desk.mac.live = False
    source = desk.watch()
    assert [each.title for each in source.news()] == ["Lease"]
    desk.mac.activate(desk.mail)  # AppKit says Word for ever
    assert [each.title for each in desk.look(source, POLL)] == ["Inbox"]
    assert well(source) == WELL


def test_without_main_run_loop_and_permission_nothing_is_told_rather_than_something_old(desk: Desk) -> None:
    desk.mac.live = desk.mac.permitted = desk.mac.says = False
    source = desk.watch()
    assert source.news() == (NOTHING,)
    assert well(source) == [(Health.OFF, "capture.no_accessibility")] * 2
    desk.mac.permitted = True
    assert [each.title for each in desk.look(source, PERMISSION)] == ["Lease"]
    assert well(source) == WELL


def test_a_main_run_loop_that_starts_later_tells_names_from_then_on(desk: Desk) -> None:
    desk.mac.live = desk.mac.permitted = desk.mac.says = False
    source = desk.watch()
    source.news()
    desk.mac.live = True
    assert desk.look(source, POLL) == (Window("Microsoft Word", ""),)
    desk.mac.live = False  # between two turns of the loop
    assert well(source) == DENIED


def test_an_activation_on_another_thread_is_heard(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    main = threading.Thread(target=desk.mac.activate, args=(desk.mail,))
    main.start()
    main.join()
    assert [each.title for each in desk.look(source)] == ["Inbox"]


def test_what_is_heard_while_looking_is_looked_at_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    source = desk.watch()
    text = desk.mac.text

    def late(element: Element, attribute: str) -> tuple[AxError, str]:
        told = text(element, attribute)
        desk.mac.retitle(desk.word, desk.lease, "Lease, just now")
        return told

    monkeypatch.setattr(desk.mac, "text", late)
    assert [each.title for each in source.news()] == ["Lease"]
    assert [each.title for each in desk.look(source)] == ["Lease, just now"]


def test_a_program_that_dies_while_it_is_asked_to_be_observed_leaks_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = desk.mac.add

    def dying(observer: Observer, element: Element, notification: str) -> AxError:
        if notification == MAIN_WINDOW_CHANGED:
            desk.mac.die(desk.word)
        return add(observer, element, notification)

    monkeypatch.setattr(desk.mac, "add", dying)
    source = desk.watch()
    assert source.news() == (Window("Microsoft Word", ""),)
    assert not desk.mac.ports


def test_no_session_no_watching() -> None:
    mac = FakeMac()
    mac.session = False
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_display$"):
        AppKitWindows(mac, mac)


def test_a_session_that_ends_is_lost_for_good_and_leaves_no_observer(desk: Desk) -> None:
    source = desk.watch()
    source.news()
    desk.mac.activate(None)
    desk.mac.session = False
    with pytest.raises(SourceLostError, match=r"^capture\.display_lost$"):
        desk.look(source)
    assert not desk.mac.ports


def test_elsewhere_it_says_that_it_is_not_for_here() -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.not_here$"):
        copy_on("linux", "capture.appkit").AppKitWindows()


@pytest.mark.parametrize(
    ("told", "path"),
    [
        (LEASE, "/Users/ada/Matters/Lease – Smith.docx"),
        ("FILE://localhost/a/b.pdf", "/a/b.pdf"),
        ("file:///a/100%25%20sure%23.txt", "/a/100% sure#.txt"),
        ("file:///Users/ada/%FF.txt", "/Users/ada/\ufffd.txt"),
        ("https://example.org/private", None),
        ("file:///.file/id=6571367.8591", None),
        ("file://server/share/x.docx", None),
        ("/Users/ada/plain.txt", None),
        ("file:relative", None),
        ("file://[", None),
        ("", None),
    ],
)
def test_only_a_file_url_is_a_document(told: str, path: str | None) -> None:
    assert path_of(told) == path
