"""Names for identities, so that a matter can never be passed where an activity type is meant."""

from typing import NewType

MatterId = NewType("MatterId", int)
"""An Actionstep action id."""
ActivityTypeId = NewType("ActivityTypeId", int)
"""An Actionstep quick code id."""
ParticipantId = NewType("ParticipantId", int)
"""An Actionstep participant id; never a user id (the two number ranges differ)."""
TitleId = NewType("TitleId", int)
"""One distinct application + title + document, as interned by the store."""
RowId = NewType("RowId", str)
"""A time row: stable while the row grows."""
EntryId = NewType("EntryId", int)
"""An entry of ours, sent or not."""
RemoteEntryId = NewType("RemoteEntryId", int)
"""A time entry in Actionstep."""
PostingKey = NewType("PostingKey", str)
"""Minted once for an entry and sent as ``importExternalReference``: how an entry is found again."""
TeamId = NewType("TeamId", str)
"""A team: 26 letters and digits, made once at random."""
