package casebook.query.exports;

import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.platform.Parameters;
import casebook.query.projection.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A list of which the rows of an export can be told again, from its position and filter. */
public interface ExportedList {

    /** As its exports are issued. */
    String name();

    /** Whose read models it needs. */
    String[] projections();

    /**
     * A page of the rows.
     *
     * @param parameters of the list as of the position of the export
     * @param caller whose present rights decide what is shown of the rows
     * @param scope that the export was made for, which the caller's covers
     */
    Mono<Shown> page(Parameters parameters, Reading reading, Caller caller, Scope scope);

    /**
     * Rows of an export.
     *
     * @param rows how many there are on all pages
     * @param next cursor of the page behind this one; null on the last
     */
    record Shown(long rows, List<?> items, @Nullable String next) {}
}
