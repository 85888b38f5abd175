package casebook.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * Where the whole of an exhibit is: always seized = held + sampled + destroyed + released, exact, none of them negative.
 *
 * @param unit the unit of the statistics, in which all of these are
 */
public record Balance(
        Unit unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal seized,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal held,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal sampled,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal destroyed,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal released) {

    /** @throws IllegalArgumentException if it does not balance, or more went than was there */
    public Balance {
        seized = Decimals.canonical(seized);
        held = Decimals.canonical(held);
        sampled = Decimals.canonical(sampled);
        destroyed = Decimals.canonical(destroyed);
        released = Decimals.canonical(released);
        if (held.signum() < 0) {
            throw new IllegalArgumentException("less than nothing is held");
        }
        if (seized.compareTo(held.add(sampled).add(destroyed).add(released)) != 0) {
            throw new IllegalArgumentException("seized is not held + sampled + destroyed + released");
        }
    }

    /** All that was seized is held. */
    public static Balance of(Quantity seized, Unit unit) {
        var all = unit.toReported(seized);
        return new Balance(unit.reported(), all, all, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Whether all that was seized has left. */
    public boolean leavesNothing() {
        return held.signum() == 0 && seized.signum() > 0;
    }

    /** Whether quantities of that unit can be compared with what is held. */
    public boolean isMeasuredLike(Unit other) {
        return unit.dimension() == other.dimension();
    }

    /** Whether this is all that is held. */
    public boolean isAll(Quantity quantity, Unit of) {
        return held.compareTo(of.toReported(quantity)) == 0;
    }

    /** Whether at least this is held. */
    public boolean holds(Quantity quantity, Unit of) {
        return held.compareTo(of.toReported(quantity)) >= 0;
    }

    /**
     * Whether a weighing differs from what is held by more than it may.
     *
     * @param tolerance the greatest share of what is held that it may differ by
     */
    public boolean differs(Quantity weighed, Unit of, BigDecimal tolerance) {
        return of.toReported(weighed).subtract(held).abs().compareTo(held.multiply(tolerance)) > 0;
    }

    Balance sample(Quantity quantity, Unit of) {
        var taken = of.toReported(quantity);
        return new Balance(unit, seized, held.subtract(taken), sampled.add(taken), destroyed, released);
    }

    Balance destroy(Quantity quantity, Unit of) {
        var taken = of.toReported(quantity);
        return new Balance(unit, seized, held.subtract(taken), sampled, destroyed.add(taken), released);
    }

    Balance release(Quantity quantity, Unit of) {
        var taken = of.toReported(quantity);
        return new Balance(unit, seized, held.subtract(taken), sampled, destroyed, released.add(taken));
    }
}
