package casebook.query.audit.view;

import casebook.ledger.LedgerLine;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which lines of the ledger are asked for.
 *
 * @param after the index behind which to begin; -1 for the beginning
 * @param limit the most lines
 * @param type the stored name of the event's type
 * @param from of recording, inclusive
 * @param to of recording, exclusive
 */
public record EventFilter(
        long after,
        long limit,
        Optional<String> aggregate,
        Optional<String> type,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor)
        implements Predicate<LedgerLine> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public boolean test(LedgerLine line) {
        return line.index() > after
                && aggregate.map(line.aggregate()::equals).orElse(true)
                && type.map(line.type()::equals).orElse(true)
                && from.map(from -> !line.time().isBefore(from)).orElse(true)
                && to.map(line.time()::isBefore).orElse(true)
                && actor.map(actor -> actor.equals(actorOf(line))).orElse(true);
    }

    private static String actorOf(LedgerLine line) {
        return JSON.readTree(line.metadata()).path("actor").asString("");
    }
}
