"""Sentences about reviewing a day: what could not be done, what it means for the time, what to do next. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from wisestep_desktop.shell.words import N_

SENTENCES: Mapping[str, str] = {
    "time.range": N_("A stretch of time must last between a second and {most} seconds. Nothing was changed."),
    "time.future": N_("That time has not come yet, so nothing was added. Choose an end that lies in the past."),
    "time.taken": N_("All of that time is in an entry or stated already, so nothing was added."),
    "time.stated": N_("Some of that time is stated already. Choose a stretch beside it; nothing was changed."),
    "timer.none": N_("No timer is running."),
    "timer.occupation": N_("A timer counts work; “{occupation}” is none. Choose call, meeting, hearing or another."),
    "cut.outside": N_("A row can only be split between its first and its last second. Nothing was changed."),
    "cut.none": N_("This row was never split, so there is nothing to join."),
    "row.is_open": N_("This row is in no draft and not in the trash. Nothing was changed."),
    "row.is_draft": N_("This row belongs to a draft. Take it out of the draft first; nothing was changed."),
    "row.is_sent": N_("This row was sent to Actionstep, so it stays as it is here. Take the entry back there first."),
    "row.is_trash": N_("This row is in the trash. Restore it first; nothing was changed."),
    "row.is_private": N_("Private time stays private: it cannot be tagged, moved or sent."),
    "split.several": N_("Select rows of one draft to make an entry of their own. Nothing was changed."),
    "split.all": N_("That is all of entry {entry}. Leave at least one row in it; nothing was changed."),
    "merge.one": N_("Select rows of at least two drafts to make one of them. Nothing was changed."),
    "merge.work_date": N_("These drafts have different work dates, so they stay apart. Nothing was changed."),
    "merge.matter": N_("These drafts are for different matters, so they stay apart. Nothing was changed."),
    "merge.timekeeper": N_("These drafts are different people's time, so they stay apart. Nothing was changed."),
    "billed.range": N_("Billed time must lie between 0 and 24 hours. The figure before stays."),
    "edit.overtaken": N_(
        "Something else changed the same since, such as sending, so this step cannot be taken back. Nothing was "
        "changed."
    ),
}
