package casebook.query.statistics.web;

import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemTranslator;
import casebook.query.statistics.TableTooLarge;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How it is answered that a table is larger than one may be: by naming what makes it so. */
@Component
final class TableProblems implements ProblemTranslator {

    @Override
    public Optional<Problem> translate(Throwable thrown) {
        return thrown instanceof TableTooLarge table ? Optional.of(Problem.invalid(fault(table))) : Optional.empty();
    }

    private static Fault fault(TableTooLarge table) {
        var most = Integer.toString(table.most());
        return switch (table.part()) {
            case ROWS -> Fault.parameter("groupBy", "too-many-rows", most);
            case CHANGES -> Fault.parameter("between", "too-many-changes", most);
        };
    }
}
