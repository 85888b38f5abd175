package casebook.query.incidents.view;

import casebook.query.platform.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of the list of incidents.
 *
 * @param next cursor of the page behind this one; absent on the last
 * @param facets over all pages; absent where they were not asked for
 */
public record IncidentPage(
        List<IncidentRow> items,
        @Nullable String next,
        @Nullable Facets facets) {

    static IncidentPage of(Page<IncidentRow> page, @Nullable Facets facets) {
        return new IncidentPage(page.items(), page.next(), facets);
    }
}
