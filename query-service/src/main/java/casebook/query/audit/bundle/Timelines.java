package casebook.query.audit.bundle;

import static casebook.query.audit.bundle.Wording.ENGLISH;
import static casebook.query.audit.bundle.Wording.VIETNAMESE;

import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.StationEvent;
import casebook.ledger.StoredCheckpoint;
import casebook.query.audit.bundle.Timeline.ChangedField;
import casebook.query.audit.bundle.Timeline.Entry;
import casebook.query.audit.bundle.Timeline.Fact;
import casebook.query.cases.view.CaseHistory;
import casebook.query.exhibits.view.ExhibitHistory;
import casebook.query.incidents.view.IncidentHistory;
import casebook.query.links.projection.LinksProjection;
import casebook.query.platform.Change;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Names;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Words the events of a bundle. Persons are not named: their data is sealed in the events, and stays so. */
@Component
final class Timelines {

    private final IncidentHistory incidents;
    private final CaseHistory cases;
    private final ExhibitHistory exhibits;
    private final Wording words;
    private final PlainValues values;
    private final DateTimeFormatter times;

    Timelines(
            IncidentHistory incidents,
            CaseHistory cases,
            ExhibitHistory exhibits,
            Wording words,
            PlainValues values,
            @Value("${casebook.reporting.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
        this.incidents = incidents;
        this.cases = cases;
        this.exhibits = exhibits;
        this.words = words;
        this.values = values;
        this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT)
                .withZone(zone);
    }

    /** @param histories the events of each incident, case and exhibit */
    Timeline of(BundleSubject subject, String id, List<List<LedgerEvent>> histories, StoredCheckpoint checkpoint) {
        var names = Names.in(histories.stream().flatMap(List::stream).toList());
        var entries = histories.stream()
                .flatMap(events -> entries(events, names))
                .sorted(Comparator.comparingLong(Numbered::position))
                .map(Numbered::entry)
                .toList();
        return new Timeline(
                words.of("title." + subject.parameter()),
                facts(id, entries.size(), checkpoint),
                words.of("note"),
                entries);
    }

    private List<Fact> facts(String id, int events, StoredCheckpoint checkpoint) {
        var signed = checkpoint.signed().checkpoint();
        return List.of(
                fact("id", id),
                fact("events", Integer.toString(events)),
                fact("origin", signed.origin()),
                fact("size", Long.toString(signed.size())),
                fact("root", signed.root().toBase64()),
                fact("signedAt", time(checkpoint.at())),
                fact("key", checkpoint.key()));
    }

    private Fact fact(String key, String value) {
        return new Fact(words.of(key), value);
    }

    private Stream<Numbered> entries(List<LedgerEvent> events, Names names) {
        var vietnamese = history(events, names, VIETNAMESE);
        var english = history(events, names, ENGLISH);
        return IntStream.range(0, vietnamese.size()).mapToObj(i -> {
            var entry = vietnamese.get(i);
            var text = new Bilingual(entry.text(), english.get(i).text());
            return new Numbered(entry.position(), entry(entry, text));
        });
    }

    private List<HistoryEntry> history(List<LedgerEvent> events, Names names, Locale locale) {
        return switch (events.getFirst().event()) {
            case IncidentEvent _ -> incidents.of(events, names, locale);
            case CaseEvent _ -> cases.of(events, everyIncident(events), names, locale);
            case ExhibitEvent _ -> exhibits.of(events, locale);
            case StationEvent _ -> List.of();
        };
    }

    private static Set<IncidentId> everyIncident(List<LedgerEvent> events) {
        return events.stream()
                .flatMap(event -> LinksProjection.linkedBy(event.event()).stream())
                .map(CaseIncident::incident)
                .collect(Collectors.toSet());
    }

    private Entry entry(HistoryEntry entry, Bilingual text) {
        return new Entry(
                "#" + (entry.position() - 1) + " · " + time(entry.at()) + " · " + entry.type(),
                Stream.of(entry.by(), entry.station()).filter(Objects::nonNull).collect(Collectors.joining(", ")),
                text,
                entry.changes().stream().map(this::change).toList());
    }

    private ChangedField change(Change change) {
        return new ChangedField(words.field(change.field()), values.text(change.from()), values.text(change.to()));
    }

    private String time(Instant instant) {
        return times.format(instant);
    }

    private record Numbered(long position, Entry entry) {}
}
