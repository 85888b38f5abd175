package casebook.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * A weighing differed from what should be held by more than the tolerance; stands in the same commit as its {@link ExhibitWeighed}.
 *
 * @param held what should be held, exact, in the unit of the statistics
 * @param weighed what was found, exact, in the same unit
 * @param tolerance the greatest share of {@code held} that a weighing may differ by
 * @param custodians the last two, the present one last; one alone where the exhibit never changed hands
 */
@StoredAs("CustodyDiscrepancy")
public record CustodyDiscrepancy(
        ExhibitId exhibit,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal held,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weighed,

        Unit unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tolerance,

        List<String> custodians)
        implements ExhibitEvent {

    public CustodyDiscrepancy {
        held = Decimals.canonical(held);
        weighed = Decimals.canonical(weighed);
        tolerance = Decimals.canonical(tolerance);
    }
}
