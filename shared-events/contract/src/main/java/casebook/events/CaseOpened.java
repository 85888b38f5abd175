package casebook.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case file was opened over one or more incidents. */
@StoredAs("CaseOpened")
public record CaseOpened(
        CaseId caseFile,
        String title,
        List<CaseIncident> incidents,
        @Nullable String lead) implements CaseEvent {}
