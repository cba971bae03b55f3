"""Every reason for a no, with its clause of the notice. Sentences stand elsewhere."""

from enum import Enum


class Refusal(Enum):
    """Why something is not allowed: a key and the clause that says so."""

    # who and what, §1
    MODE_NOT_OFFERED = ("mode-not-offered", "1")
    CERTIFICATE_EXPIRED = ("certificate-expired", "1")
    CERTIFICATE_EXPIRES_BEFORE = ("certificate-expires-before", "1")
    KIND_NOT_COVERED = ("kind-not-covered", "1")
    KIND_WITHOUT_CARD = ("kind-without-card", "1")
    # mail, §2
    NO_ADDRESS = ("no-address", "2")
    TOO_MANY_MAILS = ("too-many-mails", "2")
    ADDRESS_TAKEN = ("address-taken", "2")
    LINK_EXPIRED = ("link-expired", "2(1)")
    CODE_WRONG = ("code-wrong", "2(1)")
    TOO_MANY_TRIES = ("too-many-tries", "2(1)")
    # days and slots, §3
    DAY_NOT_OFFERED = ("day-not-offered", "3(1)")
    SLOT_NOT_OFFERED = ("slot-not-offered", "3(2)")
    SLOT_FULL = ("slot-full", "3(2)")
    ALL_SLOTS_HELD = ("all-slots-held", "3(2)")
    TOO_MANY_CASES = ("too-many-cases", "3(2)")
    NO_CASES = ("no-cases", "3(2)")
    ALREADY_BOOKED = ("already-booked", "3(2)")
    HOLD_ENDED = ("hold-ended", "3(2)")
    # change and cancel, §4
    CUTOFF_PASSED = ("cutoff-passed", "4(1)")
    CANCELLED_ALREADY = ("cancelled-already", "4(1)")
    CHANGED_SINCE = ("changed-since", "4(1)")
    COUNT_GROWS = ("count-grows", "4(3)")
    UNCHANGED = ("unchanged", "4(3)")
    SAME_SLOT = ("same-slot", "4(3)")
    # conduct, §6
    SUSPENDED = ("suspended", "6(4)")
    NOTICE_CHANGED = ("notice-changed", "6(5)")

    @property
    def key(self) -> str:
        """The name by which it is logged and told apart."""
        return self.value[0]

    @property
    def clause(self) -> str:
        """The clause of the notice, as in `4(1)`."""
        return self.value[1]
