package casebook.query.statistics;

import static casebook.query.statistics.Reports.LANG_SON;
import static casebook.query.statistics.Reports.VND;
import static casebook.query.statistics.Reports.filed;
import static casebook.query.statistics.Reports.goodsWorth;
import static casebook.query.statistics.Reports.seizure;
import static casebook.query.statistics.Reports.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.Category;
import casebook.events.Enterprise;
import casebook.events.EnterpriseAdded;
import casebook.events.EnterpriseId;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentChanges.Clearable;
import casebook.events.IncidentDetails;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.Place;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.Source;
import casebook.events.Subject;
import casebook.events.SubjectAdded;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.events.Vehicle;
import casebook.events.VehicleAdded;
import casebook.events.VehicleId;
import casebook.events.VehicleType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentFactsTest {

    private static final IncidentId INCIDENT = Reports.incident();
    private static final IncidentDetails DETAILS = Reports.details(
            "2020-03-14",
            LANG_SON,
            Category.DRUG_TRAFFICKING,
            Source.TIP_OFF,
            List.of(subject(SubjectRole.ARRESTED), subject(SubjectRole.RESCUED), subject(SubjectRole.WITNESS)),
            List.of(seizure(Item.HEROIN, "2", Unit.LB), seizure(Item.HEROIN, "500", Unit.G), goodsWorth("1000.5")),
            Map.of(SubjectRole.SUSPECT, 3, SubjectRole.VICTIM, 2, SubjectRole.SMUGGLED_MIGRANT, 4),
            2,
            1);
    /** Five hours after noon in Vietnam. */
    private static final Instant REPORTED = Instant.parse("2020-03-14T10:00:00Z");

    private static final IncidentFacts FILED = IncidentFacts.after(null, filed(INCIDENT, DETAILS), REPORTED);

    @Test
    void namedAndUnnamedPersonsAddUpByRole() {
        var measures = FILED.breakdown().all();
        assertThat(measures.of(Count.INCIDENTS)).isEqualTo(1);
        assertThat(measures.of(Count.SUBJECTS)).isEqualTo(4);
        assertThat(measures.of(Count.ARRESTED)).isEqualTo(1);
        assertThat(measures.of(Count.VICTIMS)).isEqualTo(3);
        assertThat(measures.of(Count.RESCUED)).isEqualTo(1);
        assertThat(measures.of(Count.MIGRANTS)).isEqualTo(4);
        assertThat(measures.of(Count.VEHICLES)).isEqualTo(2);
        assertThat(measures.of(Count.ENTERPRISES)).isEqualTo(1);
        assertThat(measures.of(Count.CASES)).isZero();
    }

    @Test
    void quantitiesAddUpExactlyInTheReportedUnit() {
        assertThat(FILED.breakdown().all().seizures())
                .containsEntry(new SeizedItem(Item.HEROIN, Unit.KG), new Tally(2, new BigDecimal("1.40718474")))
                .containsEntry(new SeizedItem(Item.GOODS, Unit.UNIT), new Tally(1, BigDecimal.ONE));
        assertThat(FILED.breakdown().all().value())
                .containsOnly(Map.entry(VND, new Tally(1, new BigDecimal("1000.5"))));
    }

    @Test
    void incidentCountsOnceWithEachOfItsItems() {
        var byItem = FILED.breakdown().byItem();
        assertThat(byItem).containsOnlyKeys(Optional.of(Item.HEROIN), Optional.of(Item.GOODS));
        var heroin = Objects.requireNonNull(byItem.get(Optional.of(Item.HEROIN)));
        assertThat(heroin.of(Count.INCIDENTS)).isEqualTo(1);
        assertThat(heroin.of(Count.SUBJECTS)).isEqualTo(4);
        assertThat(heroin.seizures()).containsOnlyKeys(new SeizedItem(Item.HEROIN, Unit.KG));
        assertThat(heroin.value()).isEmpty();
        var goods = Objects.requireNonNull(byItem.get(Optional.of(Item.GOODS)));
        assertThat(goods.seizures()).containsOnlyKeys(new SeizedItem(Item.GOODS, Unit.UNIT));
        assertThat(goods.value()).containsOnlyKeys(VND);
    }

    @Test
    void incidentInWhichNothingWasSeizedCountsWithNoItem() {
        var nothing = FILED.after(amendment(changes(null, null, null, null, List.of(), null, List.of())));
        assertThat(nothing.breakdown().byItem())
                .containsOnly(Map.entry(Optional.empty(), nothing.breakdown().all()));
        assertThat(nothing.occurrence().items()).isEmpty();
    }

    @Test
    void delayIsThatFromTheOccurrenceAsItIsKnownNow() {
        assertThat(FILED.breakdown().delays()).isEqualTo(new Durations().add(Duration.ofHours(5)));
        var earlier = FILED.after(amendment(changes(null, "2020-03-13", null, null, null, null, List.of())));
        assertThat(earlier.breakdown().delays()).isEqualTo(new Durations().add(Duration.ofHours(29)));
        var later = FILED.after(amendment(changes(null, "2020-03-15", null, null, null, null, List.of())));
        assertThat(later.breakdown().delays()).isEqualTo(new Durations().add(Duration.ZERO));
        var imported = IncidentFacts.after(null, filed(INCIDENT, DETAILS), null);
        assertThat(imported.breakdown().delays()).isEqualTo(new Durations());
    }

    @Test
    void whatIsAddedLaterCountsBesideWhatWasListed() {
        var facts = FILED.after(new SubjectAdded(INCIDENT, subject(SubjectRole.ARRESTED)))
                .after(new SubjectAdded(INCIDENT, subject(SubjectRole.VIOLATOR)))
                .after(new SeizureAdded(INCIDENT, seizure(Item.HEROIN, "1", Unit.KG)))
                .after(new VehicleAdded(INCIDENT, new Vehicle(new VehicleId(UUID.randomUUID()), VehicleType.CAR, null)))
                .after(new EnterpriseAdded(
                        INCIDENT, new Enterprise(new EnterpriseId(UUID.randomUUID()), "Trader", null)));
        var measures = facts.breakdown().all();
        assertThat(measures.of(Count.ARRESTED)).isEqualTo(2);
        assertThat(measures.of(Count.SUBJECTS)).isEqualTo(6);
        assertThat(measures.of(Count.VEHICLES)).isEqualTo(3);
        assertThat(measures.of(Count.ENTERPRISES)).isEqualTo(2);
        assertThat(measures.seizures())
                .containsEntry(new SeizedItem(Item.HEROIN, Unit.KG), new Tally(3, new BigDecimal("2.40718474")));
    }

    @Test
    void amendmentReplacesTheListsItNamesAndKeepsTheOthers() {
        var facts = FILED.after(amendment(
                changes(null, null, null, List.of(), List.of(seizure(Item.OPIUM, "0", Unit.KG)), Map.of(), List.of())));
        var measures = facts.breakdown().all();
        assertThat(measures.of(Count.SUBJECTS)).isZero();
        assertThat(measures.of(Count.MIGRANTS)).isZero();
        assertThat(measures.of(Count.VEHICLES)).isEqualTo(2);
        assertThat(measures.seizures())
                .containsOnly(Map.entry(new SeizedItem(Item.OPIUM, Unit.KG), new Tally(1, BigDecimal.ZERO)));
        assertThat(measures.value()).isEmpty();
    }

    @Test
    void amendmentMovesTheIncidentToAnotherCell() {
        var place = new Place(Reports.NGHE_AN, null, null, null, null);
        var facts = FILED.after(
                amendment(changes(Category.OTHER, "2021-01-01", place, null, null, null, List.of(Clearable.SOURCE))));
        assertThat(facts.occurrence())
                .isEqualTo(new Occurrence(
                        Reports.noonOf("2021-01-01").toInstant(),
                        new Cell(Reports.NGHE_AN, Reports.TAN_THANH, LANG_SON, Category.OTHER, null),
                        Set.of(Item.HEROIN, Item.GOODS)));
        assertThat(facts.breakdown().all()).isEqualTo(FILED.breakdown().all());
    }

    @Test
    void whatStatisticsDoNotCountLeavesTheFactsEqual() {
        assertThat(FILED.after(new IncidentReturned(INCIDENT, "Unclear"))
                        .after(amendment(changes(null, null, null, null, null, null, List.of())))
                        .after(new IncidentAccepted(INCIDENT)))
                .isEqualTo(FILED);
    }

    @Test
    void voidedIncidentCountsNowhere() {
        assertThat(FILED.counted()).isPresent();
        assertThat(FILED.after(new IncidentVoided(INCIDENT, "Filed twice", null))
                        .counted())
                .isEmpty();
    }

    @Test
    void incidentIsFiledOnce() {
        assertThatThrownBy(() -> FILED.after(filed(INCIDENT, DETAILS))).isInstanceOf(IllegalArgumentException.class);
    }

    private static IncidentAmended amendment(IncidentChanges changes) {
        return new IncidentAmended(INCIDENT, "Corrected", changes);
    }

    private static IncidentChanges changes(
            @Nullable Category category,
            @Nullable String day,
            @Nullable Place place,
            @Nullable List<Subject> subjects,
            @Nullable List<Seizure> seizures,
            @Nullable Map<SubjectRole, Integer> unnamed,
            List<Clearable> cleared) {
        return new IncidentChanges(
                category,
                day == null ? null : Reports.noonOf(day),
                null,
                place,
                null,
                null,
                null,
                "Amended",
                subjects,
                seizures,
                null,
                null,
                unnamed,
                null,
                null,
                cleared);
    }
}
