package casebook.query;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseSealed;
import casebook.events.CaseState;
import casebook.events.CaseUnsealed;
import casebook.events.CasebookEvent;
import casebook.events.Category;
import casebook.events.DeadlineKind;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentReturned;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.Place;
import casebook.events.Point;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.SeizureId;
import casebook.events.StationCode;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents and cases that go through what lists show, as a seed has it: two stations, two provinces, a few days and words. */
public final class RandomHistory {

    public static final String OFFICER = "Vo Thi E";
    private static final Instant DUE = Instant.parse("2024-05-10T03:00:00Z");

    private final Random random;
    private final List<CasebookEvent> events = new ArrayList<>();
    private final List<IncidentFiled> incidents = new ArrayList<>();
    private final Map<CaseId, List<IncidentFiled>> cases = new LinkedHashMap<>();

    private RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** @param length the least number of events */
    public static List<CasebookEvent> of(long seed, int length) {
        var history = new RandomHistory(seed);
        history.file();
        while (history.events.size() < length) {
            history.grow();
        }
        return history.events;
    }

    private void grow() {
        var incident = any(incidents).incident();
        switch (random.nextInt(10)) {
            case 0, 1 -> file();
            case 2 -> events.add(new IncidentAmended(incident, "Corrected", changes()));
            case 3 -> events.add(new SeizureAdded(incident, seizure()));
            case 4 -> events.add(new IncidentAccepted(incident));
            case 5 ->
                events.add(
                        random.nextBoolean()
                                ? new IncidentReturned(incident, "Which marker?")
                                : new IncidentVoided(incident, "Filed twice", null));
            case 6 -> open();
            default -> onCase();
        }
    }

    private void file() {
        var province = new ProvinceCode("VN-0" + (1 + random.nextInt(2)));
        var station = new StationCode(province + "-S" + random.nextInt(2));
        var details = Sample.details(day().toString(), category(), place(), List.of(), "Reeds " + word());
        var filed = Sample.filed(
                new IncidentId(new UUID(random.nextLong(), random.nextLong())),
                station,
                province,
                incidents.size(),
                details);
        incidents.add(filed);
        events.add(filed);
    }

    private void open() {
        var id = new CaseId(new UUID(random.nextLong(), random.nextLong()));
        var incident = any(incidents);
        cases.put(id, new ArrayList<>(List.of(incident)));
        events.add(Sample.opened(id, incident));
    }

    private void onCase() {
        if (cases.isEmpty()) {
            return;
        }
        var id = any(List.copyOf(cases.keySet()));
        switch (random.nextInt(8)) {
            case 0 -> events.add(new CaseAssigned(id, word()));
            case 1 -> events.add(new CaseMoved(id, any(List.of(CaseState.OPEN, CaseState.CLOSED)), null, null));
            case 2 -> events.add(Sample.note(id, "Later"));
            case 3 -> events.add(new CaseSealed(id, "An informer", List.of(OFFICER)));
            case 4 -> events.add(new CaseUnsealed(id, "Over"));
            case 5 -> events.add(new CaseDeadlineMissed(id, DeadlineKind.RESOLUTION, DUE, DUE, null, null));
            case 6 -> merge(id, any(List.copyOf(cases.keySet())));
            default -> link(id, any(incidents));
        }
    }

    private void link(CaseId id, IncidentFiled incident) {
        if (!cases.getOrDefault(id, List.of()).contains(incident)) {
            cases.computeIfAbsent(id, _ -> new ArrayList<>()).add(incident);
            events.add(new IncidentLinked(id, Sample.of(incident)));
        }
    }

    private void merge(CaseId from, CaseId into) {
        if (!from.equals(into)) {
            var moved = cases.getOrDefault(from, List.of());
            events.add(new CaseMerged(from, into, "The same"));
            events.add(
                    new CaseAbsorbed(into, from, moved.stream().map(Sample::of).toList()));
            cases.remove(from);
            cases.computeIfAbsent(into, _ -> new ArrayList<>()).addAll(moved);
        }
    }

    private IncidentChanges changes() {
        return new IncidentChanges(
                random.nextBoolean() ? category() : null,
                random.nextBoolean() ? day() : null,
                null,
                maybe(place()),
                null,
                null,
                null,
                maybe("Amended " + word()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private Place place() {
        var point = new Point(new BigDecimal(random.nextBoolean() ? "21.97" : "20.01"), new BigDecimal("106.70"));
        return new Place(
                new ProvinceCode("VN-0" + (1 + random.nextInt(2))),
                null,
                null,
                null,
                random.nextBoolean() ? point : null);
    }

    private Seizure seizure() {
        return new Seizure(
                new SeizureId(new UUID(random.nextLong(), random.nextLong())),
                any(List.of(Item.OPIUM, Item.KETAMINE)),
                Quantity.of("1"),
                Unit.KG,
                null,
                null);
    }

    private Category category() {
        return any(List.of(Category.DRUG_TRAFFICKING, Category.OTHER));
    }

    private String word() {
        return any(List.of("Lan", "Ha", "Nam"));
    }

    private OffsetDateTime day() {
        return OffsetDateTime.parse("2024-04-10T08:00:00+07:00").plusDays(random.nextInt(5));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
