package casebook.query.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event of the ledger, with where that stands which it concerns.
 *
 * @param position of the ledger, after the event
 * @param type the stored name of its type
 * @param aggregate what it happened to
 * @param mentioned all other ids that it names
 * @param known where those are that are told apart by who may see them; other ids are parts of the aggregate
 */
record Change(long position, String type, String aggregate, List<String> mentioned, Map<String, Whereabouts> known) {

    /** As this audience may see it; empty if not at all. */
    Optional<ChangeView> seenBy(Audience audience) {
        var place = known.get(aggregate);
        if (place == null || !place.isSeenBy(audience)) {
            return Optional.empty();
        }
        var ids = mentioned.stream()
                .filter(id -> !known.containsKey(id) || known.get(id).isSeenBy(audience))
                .toList();
        return Optional.of(new ChangeView(
                position,
                type,
                place.station(audience.scope()).map(Object::toString).orElse(null),
                aggregate,
                ids));
    }
}
