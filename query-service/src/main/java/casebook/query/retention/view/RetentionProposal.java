package casebook.query.retention.view;

import casebook.events.Category;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.events.SubjectId;
import java.time.Instant;

/**
 * A person whose data need not be kept any longer.
 *
 * @param incident that names the person; one that other incidents name too is proposed only when the time of all is over
 * @param years that the rule of the category says
 * @param since when the last of the incident's cases was closed, or the incident occurred
 * @param until when the time was over
 */
public record RetentionProposal(
        SubjectId subject,
        IncidentId incident,
        String number,
        StationCode station,
        Category category,
        int years,
        Instant since,
        Instant until) {}
