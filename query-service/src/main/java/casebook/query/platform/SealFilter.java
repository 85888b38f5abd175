package casebook.query.platform;

import casebook.http.Caller;
import casebook.http.Role;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a sealed case, as a condition on documents that hold the names of its officers while it is sealed: they alone, and auditors. Every query
 * of cases carries it.
 */
public final class SealFilter {

    /** Absent where the case is not sealed. */
    public static final String OFFICERS = "sealedFor";

    private SealFilter() {}

    public static Bson of(Caller caller) {
        return caller.has(Role.AUDITOR) ? Filters.empty() : Filters.or(unsealed(), Filters.eq(OFFICERS, caller.name()));
    }

    /** What is hidden from nobody. */
    public static Bson unsealed() {
        return Filters.exists(OFFICERS, false);
    }

    /** The same of one document. */
    public static boolean admits(@Nullable List<String> officers, Caller caller) {
        return officers == null || caller.has(Role.AUDITOR) || officers.contains(caller.name());
    }

    /** The others: for where what is hidden is found apart from what is read. */
    public static Bson hiddenFrom(Caller caller) {
        return caller.has(Role.AUDITOR)
                ? Filters.in("_id", List.of())
                : Filters.and(Filters.exists(OFFICERS), Filters.ne(OFFICERS, caller.name()));
    }
}
