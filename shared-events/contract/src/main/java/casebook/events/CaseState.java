package casebook.events;

import java.util.List;

/** Where a case stands. This is the state machine that commands obey and that views offer actions from. */
public enum CaseState {
    OPEN,
    UNDER_INVESTIGATION,
    REFERRED,
    PROSECUTED,
    SANCTIONED,
    DISMISSED,
    CLOSED,
    /** Terminal until unmerged. */
    MERGED;

    /** The states that a transition may go to. */
    public List<CaseState> next() {
        return switch (this) {
            case OPEN -> List.of(UNDER_INVESTIGATION);
            case UNDER_INVESTIGATION -> List.of(REFERRED, SANCTIONED, DISMISSED);
            case REFERRED -> List.of(PROSECUTED, SANCTIONED, DISMISSED, UNDER_INVESTIGATION);
            case PROSECUTED, SANCTIONED, DISMISSED -> List.of(CLOSED);
            case CLOSED -> List.of(UNDER_INVESTIGATION);
            case MERGED -> List.of();
        };
    }

    /** Whether work on the case goes on: incidents are linked and unlinked, officers assigned. */
    public boolean isActive() {
        return this == OPEN || this == UNDER_INVESTIGATION || this == REFERRED;
    }

    /** Whether the case may be referred to another force, for the first time or once more. */
    public boolean takesReferrals() {
        return this == UNDER_INVESTIGATION || this == REFERRED;
    }

    /** Whether only a command may go there from here: what closes a case and what opens it again. */
    public boolean isForCommandAlone(CaseState to) {
        return this == CLOSED || to == CLOSED;
    }

    /** Whether a transition out of this state needs a reason: a reopening does. */
    public boolean needsReasonToLeave() {
        return this == CLOSED;
    }
}
