package casebook.events;

import java.util.Locale;

/** What may be asked of a case besides transitions; {@link CaseDetails#allows} says when. */
public enum CaseAction {
    LINK,
    UNLINK,
    ASSIGN,
    NOTE,
    REFER,
    MERGE,
    UNMERGE,
    SEAL,
    UNSEAL,
    HOLD,
    RELEASE_HOLD;

    /** Whether only a command may ask for it. */
    public boolean isForCommandAlone() {
        return switch (this) {
            case ASSIGN, MERGE, UNMERGE, SEAL, UNSEAL, HOLD, RELEASE_HOLD -> true;
            case LINK, UNLINK, NOTE, REFER -> false;
        };
    }

    /** As {@code allowedActions} names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
