package casebook.command.casefile;

import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a case file over one or more incidents. */
record OpenCase(
        CaseId caseFile,
        String title,
        List<CaseIncident> incidents,
        @Nullable String lead) {

    CaseOpened event() {
        return new CaseOpened(caseFile, title, incidents, lead);
    }
}
