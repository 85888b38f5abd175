package casebook.command.web;

import casebook.command.handling.Standing;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gets for a write.
 *
 * @param number the incident's number, absent for what has none
 * @param version the version of the resource after it
 * @param position the ledger position after it
 * @param created the id of what was added to the resource, where that has one of its own
 * @param first whether the write was done now, not recognised as done before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        String id,
        @Nullable String number,
        String status,
        long version,
        long position,
        @Nullable UUID created,
        @JsonIgnore boolean first) {

    static Receipt first(Standing standing, long position) {
        return of(standing, position, true);
    }

    /** For what was done before: the standing and the position of then. */
    public static Receipt repeated(Standing standing, long position) {
        return of(standing, position, false);
    }

    Receipt creating(UUID added) {
        return new Receipt(id, number, status, version, position, added, first);
    }

    private static Receipt of(Standing standing, long position, boolean first) {
        return new Receipt(
                standing.id(), standing.number(), standing.status(), standing.version(), position, null, first);
    }
}
