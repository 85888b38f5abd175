package casebook.command.duplicate;

import static casebook.command.duplicate.PossibleDuplicate.Reason.CLOSE_IN_TIME;
import static casebook.command.duplicate.PossibleDuplicate.Reason.NEIGHBOURING_STATION;
import static casebook.command.duplicate.PossibleDuplicate.Reason.SAME_ITEMS;
import static casebook.command.duplicate.PossibleDuplicate.Reason.SAME_PERSON;
import static casebook.command.duplicate.PossibleDuplicate.Reason.SAME_STATION;
import static casebook.command.duplicate.PossibleDuplicate.Reason.SAME_TEXT;
import static casebook.command.duplicate.PossibleDuplicate.Reason.SAME_VEHICLE;

import casebook.command.duplicate.PossibleDuplicate.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much two reports of one category are alike, in hundredths. Two that have no item, vehicle, person or text in common are not alike, however near they are.
 */
record Likeness(int hundredths, Set<Reason> reasons) {

    private static final int LIKELY = 50;
    private static final int CERTAIN = 100;
    private static final int STATION = 25;
    private static final int NEIGHBOUR = 10;
    private static final int TIME = 25;
    private static final int ITEMS = 25;
    private static final int VEHICLE = 45;
    private static final int PERSON = 45;
    private static final int TEXT = 30;

    /** @param samePerson whether it is known that they name one person */
    static Likeness of(Trace one, Trace other, Duration within, boolean samePerson) {
        var reasons = EnumSet.noneOf(Reason.class);
        var near = nearness(one, other, within, reasons);
        var alike = sameness(one, other, reasons);
        if (samePerson) {
            reasons.add(SAME_PERSON);
            alike += PERSON;
        }
        return new Likeness(alike == 0 ? 0 : Math.min(CERTAIN, near + alike), reasons);
    }

    private static int nearness(Trace one, Trace other, Duration within, Set<Reason> reasons) {
        var sameStation = one.station().equals(other.station());
        reasons.add(sameStation ? SAME_STATION : NEIGHBOURING_STATION);
        reasons.add(CLOSE_IN_TIME);
        var apart = Math.abs(one.occurredAt() - other.occurredAt());
        var time = (int) Math.max(0, TIME - TIME * apart / within.toSeconds());
        return (sameStation ? STATION : NEIGHBOUR) + time;
    }

    private static int sameness(Trace one, Trace other, Set<Reason> reasons) {
        var sum = 0;
        if (!Collections.disjoint(one.items(), other.items())) {
            reasons.add(SAME_ITEMS);
            var common = one.items().stream().filter(other.items()::contains).count();
            sum += (int)
                    (ITEMS * common / Math.max(one.items().size(), other.items().size()));
        }
        if (!Collections.disjoint(one.plates(), other.plates())) {
            reasons.add(SAME_VEHICLE);
            sum += VEHICLE;
        }
        if (one.text() == other.text()) {
            reasons.add(SAME_TEXT);
            sum += TEXT;
        }
        return sum;
    }

    boolean isLikely() {
        return hundredths >= LIKELY;
    }

    PossibleDuplicate to(Trace other) {
        return new PossibleDuplicate(
                other.incident(), other.number(), BigDecimal.valueOf(hundredths, 2), List.copyOf(reasons));
    }
}
