package casebook.query.platform;

import casebook.events.CaseId;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitId;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was due, did not happen in time and is still owed. */
public record Overdue(
        StationCode station,
        @Nullable IncidentId incident,

        @JsonProperty("case") @Nullable CaseId caseFile,

        @Nullable ExhibitId exhibit,
        DeadlineKind kind,
        Instant dueAt) {}
