package casebook.command.exhibit;

import casebook.events.CaseIncident;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitId;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Sha256;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An exhibit as somebody brings it. */
record Entry(
        ExhibitId exhibit,
        CaseIncident incident,
        @Nullable SeizureId seizure,
        String description,
        @Nullable Measure measure,
        String custodian,
        @Nullable Sha256 sha256) {

    private static final Measure ONE_PIECE = new Measure(new Quantity(BigDecimal.ONE), Unit.UNIT);

    /** How much of something. */
    record Measure(Quantity quantity, Unit unit) {}

    /**
     * What happens when it enters custody. Where nothing is said of how much it is, it is all of its seizure, or one piece.
     *
     * @param seized the seizure that it belongs to, if it belongs to one
     */
    ExhibitEntered event(@Nullable Seizure seized) {
        var whole = seized == null ? ONE_PIECE : new Measure(seized.quantity(), seized.unit());
        return entered(measure == null ? whole : measure);
    }

    /** Whether this is what entered custody then; a seizure may have been amended since. */
    boolean repeats(ExhibitEntered first) {
        return first.equals(entered(Objects.requireNonNullElse(measure, new Measure(first.quantity(), first.unit()))));
    }

    private ExhibitEntered entered(Measure how) {
        return new ExhibitEntered(
                exhibit,
                incident.incident(),
                incident.station(),
                incident.stationProvince(),
                seizure,
                description,
                how.quantity(),
                how.unit(),
                custodian,
                sha256);
    }
}
