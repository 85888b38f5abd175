package casebook.query.statistics.web;

import casebook.query.statistics.FigureChange;
import casebook.query.statistics.YearlyQuery;
import java.util.List;

/** The figures that differ between two moments of knowledge, in the order of the table. */
record ChangesView(List<ChangedFigureView> changes) {

    static ChangesView of(List<FigureChange> changes, YearlyQuery query) {
        return new ChangesView(changes.stream()
                .map(change -> ChangedFigureView.of(change, query.groupBy()))
                .toList());
    }
}
