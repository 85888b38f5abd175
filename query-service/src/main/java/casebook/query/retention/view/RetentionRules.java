package casebook.query.retention.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import casebook.events.CaseState;
import casebook.query.cases.CaseFileState;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentDocument;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** From when on nothing asks any more to keep what names the persons of an incident. */
final class RetentionRules {

    private final RetentionProperties properties;
    private final ZoneId zone;

    RetentionRules(RetentionProperties properties, ZoneId zone) {
        this.properties = properties;
        this.zone = zone;
    }

    /** The incidents that may be kept for long enough now: those that happened so long ago. Empty where there is no rule. */
    Optional<Bson> longAgo(Instant now) {
        var filters = properties.years().entrySet().stream()
                .map(rule -> and(
                        eq(IncidentDocument.CATEGORY, rule.getKey().name()),
                        lt(
                                IncidentDocument.OCCURRED_AT,
                                Date.from(now.atZone(zone)
                                        .minusYears(rule.getValue())
                                        .toInstant()))))
                .toList();
        return filters.isEmpty() ? Optional.empty() : Optional.of(or(filters));
    }

    /**
     * Years run from the last closing of the incident's cases, or from its occurrence if it is in none. Empty where data is to be kept: there is no rule, a case is
     * open or under legal hold, or the years are not over.
     *
     * @param cases all that hold the incident; of one that was merged its hold alone counts
     */
    Optional<Term> over(IncidentState incident, List<CaseFileState> cases, Instant now) {
        var years = properties.years().get(incident.details().category());
        if (years == null || cases.stream().anyMatch(RetentionRules::keeps)) {
            return Optional.empty();
        }
        var since = cases.stream()
                .filter(file -> file.state() == CaseState.CLOSED)
                .map(file -> file.statuses().getLast().at())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> incident.details().occurredAt().toInstant());
        var until = since.atZone(zone).plusYears(years).toInstant();
        return until.isAfter(now) ? Optional.empty() : Optional.of(new Term(years, since, until));
    }

    private static boolean keeps(CaseFileState file) {
        return file.details().hold() != null || file.state() != CaseState.CLOSED && file.state() != CaseState.MERGED;
    }

    /** A time that is over. */
    record Term(int years, Instant since, Instant until) {}
}
