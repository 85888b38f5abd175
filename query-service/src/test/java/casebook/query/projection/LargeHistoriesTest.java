package casebook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseMoved;
import casebook.events.CaseState;
import casebook.events.CasebookEvent;
import casebook.events.Item;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.SeizureId;
import casebook.events.Unit;
import casebook.query.Models;
import casebook.query.Sample;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Wording;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What large incidents and cases were before is not kept in memory until a batch ends. */
class LargeHistoriesTest {

    private static final int CHANGES = 6;
    private static final String LONG = "x".repeat(1_000_000);

    @Test
    void formerStatesOfAnIncidentAreWrittenWhileABatchIsFolded() {
        var filed = Sample.filed(Sample.incident(), 1);
        var added = Stream.generate(() -> new SeizureAdded(
                        filed.incident(),
                        new Seizure(
                                new SeizureId(UUID.randomUUID()), Item.GOODS, Quantity.of("1"), Unit.KG, null, LONG)))
                .limit(CHANGES);
        assertWrittenEarly(
                new IncidentsProjection(Wording.labels()),
                IncidentsProjection.VERSIONS,
                Stream.concat(Stream.of(filed), added).toList());
    }

    @Test
    void formerStatesOfACaseAreWrittenWhileABatchIsFolded() {
        var opened = Sample.opened(Sample.caseFile(), Sample.filed(Sample.incident(), 1));
        var moved = Stream.iterate(CaseState.UNDER_INVESTIGATION, LargeHistoriesTest::thereAndBack)
                .map(state -> new CaseMoved(opened.caseFile(), state, LONG, null))
                .limit(CHANGES);
        assertWrittenEarly(
                new CasesProjection(),
                CasesProjection.VERSIONS,
                Stream.concat(Stream.of(opened), moved).toList());
    }

    private static void assertWrittenEarly(
            Projection projection, String versions, List<? extends CasebookEvent> events) {
        try (var models = new Models(projection)) {
            var batch = projection.begin(models.collections(), Models.placed(events));
            for (var event : Models.placed(events)) {
                batch.apply(event);
                batch.relieve();
            }
            assertThat(written(models, versions)).isPositive();
            batch.write();
            assertThat(written(models, versions)).isEqualTo(CHANGES);
        }
    }

    private static long written(Models models, String versions) {
        return models.database().getCollection(versions).countDocuments();
    }

    private static CaseState thereAndBack(CaseState state) {
        return state == CaseState.REFERRED ? CaseState.UNDER_INVESTIGATION : CaseState.REFERRED;
    }
}
