package casebook.events;

import java.util.Locale;

/** What may be done with an exhibit in custody; {@link ExhibitDetails#hindrance} says when and by whom. */
public enum ExhibitAction {
    TRANSFER,
    RECEIVE,
    REFUSE,
    SAMPLE,
    DESTROY,
    RELEASE,
    WEIGH;

    /** Whether it says nothing unless it says how much. */
    public boolean isMeasured() {
        return this == SAMPLE || this == DESTROY || this == RELEASE || this == WEIGH;
    }

    /** As {@code allowedActions} names it: {@code transfer}, {@code receive} and so on. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
