"""What stands around a number tells whether it is a matter's."""

from __future__ import annotations

import pytest

from wisestep_desktop.core.normalise import tokens
from wisestep_desktop.core.numbers import Standing, is_year, standing

NONE, BARE, PLACED, NAMED = Standing.NONE, Standing.BARE, Standing.PLACED, Standing.NAMED


def told(title: str, number: str = "10482") -> Standing:
    found = tokens(title)
    [place] = [at for at, token in enumerate(found) if token.text == number]
    return standing(title, found, place)


@pytest.mark.parametrize(
    ("title", "means"),
    [
        # called a matter's
        ("Matter 10482", NAMED),
        ("matter no. 10482 letter", NAMED),
        ("Matter ID: 10482", NAMED),
        ("Matter #10482", NAMED),
        ("File 10482 - advice.docx", NAMED),
        ("file no 10482", NAMED),
        ("Our ref: 10482", NAMED),
        ("Our reference 10482", NAMED),
        ("Re: our 10482", NAMED),
        ("Ref 10482 letter", NAMED),
        ("Action 10482", NAMED),
        ("Akte 10482", NAMED),
        ("Aktenzeichen: 10482", NAMED),
        ("Dossier 10482", NAMED),
        ("C:\\Matters\\10482\\letter.docx", NAMED),
        ("/home/jane/files/10482/will.pdf", NAMED),
        ("10482 - Actionstep - Google Chrome", NAMED),
        ("Time entries | 10482 | Actionstep", NAMED),
        ("Matter 10482 - Google Search", NAMED),
        # where people put it
        ("10482 - Letter of demand.docx", PLACED),
        ("10482.docx", PLACED),
        ("10482_letter.docx", PLACED),
        ("letter_10482_final.docx", PLACED),
        ("Letter (10482).docx", PLACED),
        ("[10482] Letter", PLACED),
        ("(10482) Letter", PLACED),
        ("[10482]", PLACED),
        ("RE: 10482 settlement", PLACED),
        ("Fwd: [10482] settlement", PLACED),
        ("C:\\Work\\10482\\letter.docx", PLACED),
        ("Documents/10482/letter", PLACED),
        ("10482", PLACED),
        # it might be
        ("10482 letter", BARE),
        ("Letter 10482", BARE),
        ("Notes on 10482 and others", BARE),
        ("Call Jane 10482", BARE),
        ("Smith 10482 letter.docx", BARE),
        # money
        ("$10482", NONE),
        ("Paid $ 10482", NONE),
        ("€10482", NONE),
        ("£ 10482", NONE),
        ("10482€", NONE),
        ("AUD 10482", NONE),
        ("10482 USD", NONE),
        ("10482.50", NONE),
        ("10482,00", NONE),
        ("10482%", NONE),
        ("10482 %", NONE),
        # counts
        ("10482 pages", NONE),
        ("10482 unread", NONE),
        ("10482 items - Files", NONE),
        ("10482 kb", NONE),
        ("page 3 of 10482", NONE),
        ("10482 of 20000", NONE),
        # other systems' numbers
        ("Invoice 10482.pdf", NONE),
        ("Invoice no. 10482", NONE),
        ("Order #10482", NONE),
        ("#10482", NONE),
        ("JIRA-10482 Login fails", NONE),
        ("ticket 10482", NONE),
        ("version 10482", NONE),
        ("p. 10482", NONE),
        ("IMG_10482.jpg", NONE),
        ("Your ref 10482", NONE),
        ("Payment reference 10482", NONE),
        ("Booking ref: 10482", NONE),
        ("user id 10482", NONE),
        ("id 10482", NONE),
        ("10482@firm.example", NONE),
        ("https://x.example/?q=10482", NONE),
        # parts of something longer
        ("1.2.10482", NONE),
        ("10:10482", NONE),
        ("2026-10482", NONE),
        ("10482/2026", NONE),
        ("10482-1", NONE),
        # telephones
        ("Tel 10482", NONE),
        ("+61 2 10482", NONE),
        ("(02) 9555 10482", NONE),
        ("Phone: 9555 10482", NONE),
        # elsewhere, streets
        ("10482 - Google Search", NONE),
        ("10482 news", NONE),
        ("Contract 10482 Wattle Street.docx", NONE),
        ("10482 Wattle Street", BARE),
    ],
)
def test_what_a_number_is(title: str, means: Standing) -> None:
    assert told(title) is means


@pytest.mark.parametrize(
    ("title", "number", "means"),
    [
        ("3 March 2026", "3", NONE),
        ("March 12 hearing", "12", NONE),
        ("12 Sept letter.docx", "12", NONE),
        ("10482 March.docx", "10482", PLACED),  # no day of a month has five digits
        ("7 of 9", "7", NONE),
        ("7 of 9", "9", NONE),
        ("Section 7", "7", NONE),
        ("File 7 notes", "7", NAMED),
        ("04 1048 2000", "1048", NONE),
    ],
)
def test_what_a_small_number_is(title: str, number: str, means: Standing) -> None:
    assert told(title, number) is means


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1899", False),
        ("1900", True),
        ("2026", True),
        ("2099", True),
        ("2100", False),
        ("202", False),
        ("20260", False),
    ],
)
def test_years(text: str, year: bool) -> None:
    assert is_year(text) is year


def test_a_name_parts_what_belongs_to_a_number_from_what_does_not() -> None:
    assert told("Invoice - 10482.docx") is PLACED
    assert told("Invoice 10482.docx") is NONE
    assert told("Matter list | 10482 letter") is BARE


def test_the_more_is_told_the_more_it_is_believed() -> None:
    assert told("Matter 10482") > told("10482 - Letter.docx") > told("Letter 10482") > told("$10482")
