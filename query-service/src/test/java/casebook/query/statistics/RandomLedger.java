package casebook.query.statistics;

import static casebook.query.statistics.Reports.LANG_SON;
import static casebook.query.statistics.Reports.NAM_CAN;
import static casebook.query.statistics.Reports.NGHE_AN;
import static casebook.query.statistics.Reports.TAN_THANH;
import static casebook.query.statistics.Reports.subject;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSeparated;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.CasebookEvent;
import casebook.events.Category;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.Source;
import casebook.events.SubjectAdded;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.query.projection.LedgerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ledger in which incidents and cases go through everything that statistics see, as a seed has it. */
final class RandomLedger {

    private final Random random;
    private final List<CasebookEvent> events = new ArrayList<>();
    private final Map<IncidentId, CaseIncident> standing = new LinkedHashMap<>();
    private final Map<CaseId, List<IncidentId>> cases = new LinkedHashMap<>();

    private RandomLedger(long seed) {
        this.random = new Random(seed);
    }

    static List<LedgerEvent> of(long seed, int length) {
        var ledger = new RandomLedger(seed);
        while (ledger.events.size() < length) {
            ledger.grow();
        }
        return placed(ledger.events);
    }

    static List<LedgerEvent> placed(List<? extends CasebookEvent> events) {
        var placed = new ArrayList<LedgerEvent>();
        for (int index = 0; index < events.size(); index++) {
            placed.add(new LedgerEvent(
                    index,
                    "event-" + index,
                    timeOf(index),
                    "any",
                    0,
                    events.get(index),
                    Map.of("roles", roles(index))));
        }
        return placed;
    }

    /** Five days and some hours apart: some reports come late, some, by a clock that is wrong, before the incident. */
    private static Instant timeOf(int index) {
        return Instant.parse("2019-01-01T00:00:00Z")
                .plus(Duration.ofDays(5L * index).plusHours(index * 37L % 24));
    }

    /** Some reports are imported. */
    private static List<String> roles(int index) {
        return List.of(index % 7 == 3 ? "ADMIN" : "STATION");
    }

    private void grow() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> file();
            case 3 -> onIncident(incident -> new IncidentAmended(incident, "Corrected", changes()));
            case 4 -> onIncident(incident -> new SeizureAdded(incident, seizure()));
            case 5 -> onIncident(incident -> new SubjectAdded(incident, subject(any(SubjectRole.values()))));
            case 6 -> onIncident(IncidentAccepted::new);
            case 7 -> openCase();
            case 8 -> onCase();
            default -> voidOne();
        }
    }

    private void file() {
        var id = new IncidentId(new UUID(random.nextLong(), random.nextLong()));
        var ofLangSon = random.nextBoolean();
        var station = ofLangSon ? TAN_THANH : NAM_CAN;
        var province = ofLangSon ? LANG_SON : NGHE_AN;
        var details = Reports.details(
                day(),
                random.nextBoolean() ? LANG_SON : NGHE_AN,
                any(Category.DRUG_TRAFFICKING, Category.OTHER),
                random.nextBoolean() ? Source.PATROL : null,
                List.of(),
                seizures(),
                Map.of(any(SubjectRole.values()), random.nextInt(3)),
                random.nextInt(3),
                random.nextInt(2));
        standing.put(id, new CaseIncident(id, station, province));
        events.add(new IncidentFiled(id, station, province, station + "-1", details));
    }

    private void voidOne() {
        onIncident(incident -> new IncidentVoided(incident, "Filed twice", null));
        if (!events.isEmpty() && events.getLast() instanceof IncidentVoided voided) {
            standing.remove(voided.incident());
        }
    }

    private void openCase() {
        onIncident(incident -> {
            var id = new CaseId(new UUID(random.nextLong(), random.nextLong()));
            cases.put(id, new ArrayList<>(List.of(incident)));
            return new CaseOpened(id, "Opened", List.of(linkTo(incident)), null);
        });
    }

    private void onCase() {
        onIncident(incident -> {
            if (cases.isEmpty()) {
                return null;
            }
            var id = any(cases.keySet().toArray(CaseId[]::new));
            var linked = cases.getOrDefault(id, List.of());
            return switch (random.nextInt(10)) {
                case 0 ->
                    random.nextBoolean()
                            ? new CaseMerged(id, any(cases.keySet().toArray(CaseId[]::new)), "The same")
                            : new CaseUnmerged(id, "Not the same");
                case 1 -> linked.isEmpty() ? null : new IncidentUnlinked(id, linked.removeLast());
                case 2 -> linked.isEmpty() ? null : new CaseSeparated(id, id, List.of(linked.removeLast()));
                case 3 -> {
                    linked.add(incident);
                    yield new CaseAbsorbed(id, id, List.of(linkTo(incident)));
                }
                case 4, 5 -> new CaseMoved(id, CaseState.CLOSED, null, null);
                case 6 -> new CaseMoved(id, CaseState.UNDER_INVESTIGATION, "New traces", null);
                default -> {
                    linked.add(incident);
                    yield new IncidentLinked(id, linkTo(incident));
                }
            };
        });
    }

    private CaseIncident linkTo(IncidentId incident) {
        return standing.getOrDefault(incident, new CaseIncident(incident, TAN_THANH, LANG_SON));
    }

    private void onIncident(Step step) {
        if (!standing.isEmpty()) {
            var event = step.on(any(standing.keySet().toArray(IncidentId[]::new)));
            if (event != null) {
                events.add(event);
            }
        }
    }

    private IncidentChanges changes() {
        return new IncidentChanges(
                random.nextBoolean() ? any(Category.DRUG_TRAFFICKING, Category.OTHER) : null,
                random.nextBoolean() ? Reports.noonOf(day()) : null,
                null,
                null,
                null,
                null,
                null,
                "Amended",
                null,
                random.nextBoolean() ? seizures() : null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private List<Seizure> seizures() {
        return Stream.generate(this::seizure).limit(random.nextInt(4)).toList();
    }

    private Seizure seizure() {
        return random.nextBoolean()
                ? Reports.goodsWorth(random.nextInt(100) + ".5")
                : Reports.seizure(any(Item.HEROIN, Item.OPIUM), "0." + random.nextInt(1000), any(Unit.KG, Unit.LB));
    }

    private String day() {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(900)).toString();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    @FunctionalInterface
    private interface Step {
        @Nullable
        CasebookEvent on(IncidentId incident);
    }
}
