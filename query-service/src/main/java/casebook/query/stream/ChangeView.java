package casebook.query.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is told. It holds nothing of what was said, so no personal data.
 *
 * @param position of the ledger, after the event
 * @param station to which it belongs; of a case the first that the caller may see, null of one that has no incident now
 * @param id of the incident, case or exhibit that it happened to, or the code of the station
 * @param mentions the other ids that it names, as far as the caller may see what has them
 */
public record ChangeView(
        long position, String type, @Nullable String station, String id, List<String> mentions) {}
