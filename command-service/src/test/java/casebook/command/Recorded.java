package casebook.command;

import casebook.events.CaseEvent;
import casebook.events.CasebookEvent;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.ledger.LedgerReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;

/** What the ledger holds. */
final class Recorded {

    private static final LedgerReader LEDGER = RunningService.bean(LedgerReader.class);

    private Recorded() {}

    static long position() {
        return LEDGER.position();
    }

    static List<IncidentEvent> ofIncident(UUID incident) {
        return events(incident.toString()).map(IncidentEvent.class::cast).toList();
    }

    static List<CaseEvent> ofCase(UUID caseFile) {
        return events(caseFile.toString()).map(CaseEvent.class::cast).toList();
    }

    static List<CasebookEvent> ofExhibit(UUID exhibit) {
        return events(exhibit.toString()).toList();
    }

    static List<CasebookEvent> ofStation(String code) {
        return events(code).toList();
    }

    private static Stream<CasebookEvent> events(String aggregate) {
        return LEDGER.events(aggregate, Long.MAX_VALUE).stream()
                .map(Message::getPayload)
                .map(CasebookEvent.class::cast);
    }

    /** The report as it is after all that is recorded of it. */
    static IncidentDetails report(UUID incident) {
        var events = ofIncident(incident);
        var report = ((IncidentFiled) events.getFirst()).details();
        for (var event : events) {
            report = report.after(event);
        }
        return report;
    }
}
