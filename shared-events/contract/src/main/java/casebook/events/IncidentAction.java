package casebook.events;

import java.util.Locale;

/** What may be asked of an incident; {@link IncidentStatus#allows} says when. */
public enum IncidentAction {
    AMEND,
    RETURN,
    ACCEPT,
    VOID;

    /** Whether only a command may ask for it: a judgement. */
    public boolean isForCommandAlone() {
        return this != AMEND;
    }

    /** As {@code allowedActions} names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
