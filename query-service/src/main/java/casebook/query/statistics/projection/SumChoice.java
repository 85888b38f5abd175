package casebook.query.statistics.projection;

import casebook.http.Scope;
import casebook.query.statistics.DatedCell;
import casebook.query.statistics.YearlyQuery;
import java.time.YearMonth;

/**
 * Which sums make up a table: the coarsest that tell apart what it asks for. They are of one grain; but in a month that belongs to two of
 * the table's years, days are added up.
 *
 * @param parts what of the figures is read
 */
public record SumChoice(YearlyQuery query, Scope scope, SumParts parts) {

    /** Whether the sums count case files, but for those {@linkplain casebook.query.statistics.CaseFacts#isApart apart}. */
    public boolean countsCases() {
        return grain().isOfYears();
    }

    /** The sum to which a place in a table belongs. */
    public DatedCell sumOf(DatedCell where) {
        return grainOf(where).of(where);
    }

    private Grain grainOf(DatedCell where) {
        return query.yearStart().splits(YearMonth.from(where.day())) ? Grain.DAY : grain();
    }

    Grain grain() {
        if (parts == SumParts.DELAYS || !query.isByYearsAlone()) {
            return Grain.MONTH;
        }
        return scope instanceof Scope.All && !query.asksForPlace() ? Grain.TOTAL : Grain.YEAR;
    }
}
