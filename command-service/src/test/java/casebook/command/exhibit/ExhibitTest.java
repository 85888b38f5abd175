package casebook.command.exhibit;

import static casebook.command.exhibit.ExhibitSamples.ENTERED;
import static casebook.command.exhibit.ExhibitSamples.EXHIBIT;
import static casebook.command.exhibit.ExhibitSamples.GIVER;
import static casebook.command.exhibit.ExhibitSamples.ONE_PERCENT;
import static casebook.command.exhibit.ExhibitSamples.RECEIVER;
import static casebook.command.exhibit.ExhibitSamples.THIRD;
import static casebook.command.exhibit.ExhibitSamples.TRANSFER;
import static casebook.command.exhibit.ExhibitSamples.by;
import static casebook.command.exhibit.ExhibitSamples.destroy;
import static casebook.command.exhibit.ExhibitSamples.offer;
import static casebook.command.exhibit.ExhibitSamples.officer;
import static casebook.command.exhibit.ExhibitSamples.receive;
import static casebook.command.exhibit.ExhibitSamples.refuse;
import static casebook.command.exhibit.ExhibitSamples.release;
import static casebook.command.exhibit.ExhibitSamples.sample;
import static casebook.command.exhibit.ExhibitSamples.stated;
import static casebook.command.exhibit.ExhibitSamples.station;
import static casebook.command.exhibit.ExhibitSamples.weigh;
import static casebook.command.exhibit.ExhibitSamples.with;

import casebook.command.exhibit.ExhibitCommand.AttachFile;
import casebook.command.exhibit.ExhibitCommand.Handling;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RecordAlteredFile;
import casebook.command.exhibit.ExhibitCommand.RecordMissedDeadline;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.events.Balance;
import casebook.events.CustodyDiscrepancy;
import casebook.events.CustodyStatus;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;
import casebook.events.FileId;
import casebook.events.Sha256;
import casebook.events.TransferId;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExhibitTest {

    private static final Sha256 HASH = new Sha256("0".repeat(64));
    private static final Sha256 OTHER_HASH = new Sha256("1".repeat(64));
    private static final FileId FILE = new FileId(new UUID(0, 4));
    private static final FileId NEXT_FILE = new FileId(new UUID(0, 5));
    private static final ExhibitFileAttached ATTACHED =
            new ExhibitFileAttached(EXHIBIT, FILE, HASH, 3, "text/plain", 1);
    private static final Instant DUE = Instant.parse("2026-03-20T10:00:00Z");
    private static final Terms SERVICE = Terms.ofService("check");

    @Test
    void anExhibitEntersCustody() {
        new AggregateTestFixture<>(Exhibit.class)
                .givenNoPriorActivity()
                .when(new EnterExhibit(ENTERED), by(GIVER))
                .expectEvents(ENTERED)
                .expectResultMessagePayload(recorded(CustodyStatus.HELD, 1));
    }

    @Test
    void theCustodianOffersAllThatIsHeld() {
        given(ENTERED)
                .when(offer(GIVER), by(GIVER))
                .expectEvents(offer(GIVER).event())
                .expectResultMessagePayload(recorded(CustodyStatus.OFFERED, 2));
        for (var all : List.of(new Amount("10", Unit.KG), new Amount("10000", Unit.G))) {
            var offer = new OfferExhibit(
                    EXHIBIT, TRANSFER, stated(all.quantity(), all.unit(), GIVER, RECEIVER, GIVER), false);
            given(ENTERED).when(offer, by(GIVER)).expectEvents(offer.event());
        }
    }

    @Test
    void aFullExhibitTakesNoMoreOfStations() {
        var attached = new ExhibitFileAttached(EXHIBIT, FILE, HASH, 3, "x".repeat(60_000), 1);
        var full = Stream.concat(Stream.of(ENTERED), Collections.nCopies(80, attached).stream());
        refuses(given(full.toArray()).when(offer(GIVER), by(GIVER)), conflict("exhibit-full"));
    }

    @Test
    void lessOrMoreThanAllIsNotOffered() {
        for (var quantity : List.of("9.999999999", "10.000000001", "0")) {
            var offer = new OfferExhibit(EXHIBIT, TRANSFER, stated(quantity, Unit.KG, null, RECEIVER, GIVER), false);
            refuses(given(ENTERED).when(offer, by(GIVER)), imbalance("10", "0"));
        }
    }

    @Test
    void somebodyElseOffersNothingUnlessACommandOrdersIt() {
        refuses(given(ENTERED).when(offer(THIRD), by(THIRD)), conflict("not-the-custodian"));
        var ordered = new OfferExhibit(EXHIBIT, TRANSFER, stated(null, null, null, RECEIVER, THIRD), true);
        given(ENTERED).when(ordered, by(THIRD)).expectEvents(ordered.event());
    }

    @Test
    void nobodyHandsOverToThemselves() {
        for (var byCommand : List.of(true, false)) {
            var toHimself = new OfferExhibit(EXHIBIT, TRANSFER, stated(null, null, null, GIVER, GIVER), byCommand);
            refuses(given(ENTERED).when(toHimself, by(GIVER)), conflict("transfer-to-custodian"));
        }
    }

    @Test
    void whatIsOfferedIsNotOfferedAgain() {
        refuses(given(ENTERED, offer(GIVER).event()).when(offer(GIVER), by(GIVER)), conflict("transfer-pending"));
    }

    @Test
    void nothingThatIsLeftIsNotOffered() {
        refuses(
                given(ENTERED, destroy("10", Unit.KG).event()).when(offer(GIVER), by(GIVER)),
                new Refusal.CustodyImbalance(new Balance(
                        Unit.KG, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO)));
    }

    @Test
    void theReceiverReceivesAndIsTheCustodianThen() {
        var onwards = new OfferExhibit(EXHIBIT, TRANSFER, stated(null, null, null, THIRD, RECEIVER), false);
        given(ENTERED, offer(GIVER).event())
                .when(receive(RECEIVER), by(RECEIVER))
                .expectEvents(receive(RECEIVER).event())
                .expectResultMessagePayload(recorded(CustodyStatus.HELD, 3));
        given(ENTERED, offer(GIVER).event(), receive(RECEIVER).event())
                .when(onwards, by(RECEIVER))
                .expectEvents(onwards.event());
        refuses(
                given(ENTERED, offer(GIVER).event(), receive(RECEIVER).event()).when(offer(GIVER), by(GIVER)),
                conflict("not-the-custodian"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GIVER, THIRD})
    void nobodyElseReceives(String name) {
        refuses(given(ENTERED, offer(GIVER).event()).when(receive(name), by(name)), conflict("not-the-receiver"));
    }

    @Test
    void theReceiverDoesNotReceiveForAnother() {
        var receive = new ReceiveExhibit(EXHIBIT, stated(null, null, null, THIRD, RECEIVER));
        refuses(given(ENTERED, offer(GIVER).event()).when(receive, by(RECEIVER)), conflict("not-the-receiver"));
    }

    @Test
    void whatTheReceiverStatesMustBeAllThatIsHeldFromItsCustodian() {
        var less = new ReceiveExhibit(EXHIBIT, stated("9", Unit.KG, null, null, RECEIVER));
        refuses(given(ENTERED, offer(GIVER).event()).when(less, by(RECEIVER)), imbalance("10", "0"));
        var fromAnother = new ReceiveExhibit(EXHIBIT, stated(null, null, THIRD, null, RECEIVER));
        refuses(given(ENTERED, offer(GIVER).event()).when(fromAnother, by(RECEIVER)), conflict("not-the-custodian"));
        var all = new ReceiveExhibit(EXHIBIT, stated("10", Unit.KG, GIVER, RECEIVER, RECEIVER));
        given(ENTERED, offer(GIVER).event()).when(all, by(RECEIVER)).expectEvents(all.event());
    }

    @Test
    void whatIsNotOfferedIsNeitherReceivedNorRefused() {
        refuses(given(ENTERED).when(receive(RECEIVER), by(RECEIVER)), conflict("no-transfer-pending"));
        refuses(given(ENTERED).when(refuse(RECEIVER), by(RECEIVER)), conflict("no-transfer-pending"));
        refuses(
                given(ENTERED, offer(GIVER).event(), refuse(RECEIVER).event()).when(receive(RECEIVER), by(RECEIVER)),
                conflict("no-transfer-pending"));
        refuses(
                given(ENTERED, offer(GIVER).event(), receive(RECEIVER).event()).when(refuse(RECEIVER), by(RECEIVER)),
                conflict("no-transfer-pending"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RECEIVER, GIVER})
    void theReceiverRefusesAndTheGiverWithdraws(String name) {
        given(ENTERED, offer(GIVER).event())
                .when(refuse(name), by(name))
                .expectEvents(refuse(name).event())
                .expectResultMessagePayload(recorded(CustodyStatus.HELD, 3));
    }

    @Test
    void aThirdPersonEndsNoTransferUnlessACommandOrdersIt() {
        refuses(given(ENTERED, offer(GIVER).event()).when(refuse(THIRD), by(THIRD)), conflict("not-the-receiver"));
        var ordered = new RefuseExhibit(EXHIBIT, stated(null, null, null, null, THIRD), true);
        given(ENTERED, offer(GIVER).event()).when(ordered, by(THIRD)).expectEvents(ordered.event());
    }

    static List<Handling> takings() {
        return List.of(sample("4", Unit.KG), destroy("4000", Unit.G), release("4", Unit.KG));
    }

    @ParameterizedTest
    @MethodSource("takings")
    void noMoreLeavesThanIsHeld(Handling taking) {
        given(ENTERED).when(taking, by(GIVER)).expectEvents(taking.event());
        given(ENTERED, sample("6", Unit.KG).event()).when(taking, by(GIVER)).expectEvents(taking.event());
        refuses(
                given(ENTERED, sample("6.000000001", Unit.KG).event()).when(taking, by(GIVER)),
                imbalance("3.999999999", "6.000000001"));
    }

    @Test
    void custodyEndsWhenNothingIsLeft() {
        given(ENTERED)
                .when(release("10", Unit.KG), by(GIVER))
                .expectResultMessagePayload(recorded(CustodyStatus.ENDED, 2));
    }

    @ParameterizedTest
    @MethodSource("takings")
    void whatIsOfferedIsStillTheGiversToHandle(Handling taking) {
        given(ENTERED, offer(GIVER).event())
                .when(taking, by(GIVER))
                .expectEvents(taking.event())
                .expectResultMessagePayload(recorded(CustodyStatus.OFFERED, 3));
    }

    @Test
    void quantitiesOfAnotherKindAreAFaultOfTheUnit() {
        for (var handling :
                List.of(sample("1", Unit.L), destroy("1", Unit.UNIT), release("1", Unit.HA), weigh("1", Unit.PLANT))) {
            refuses(given(ENTERED).when(handling, by(GIVER)), new Refusal.Invalid("/unit", "other-dimension"));
        }
    }

    @Test
    void whoIsNamedAsTheCustodianMustBeTheCustodian() {
        var sample = new SampleExhibit(EXHIBIT, stated("1", Unit.KG, THIRD, "Institute", THIRD));
        refuses(given(ENTERED).when(sample, by(THIRD)), conflict("not-the-custodian"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9", "10", "10.1"})
    void aWeighingWithinTheToleranceIsJustThat(String quantity) {
        given(ENTERED)
                .when(weigh(quantity, Unit.KG), by(GIVER))
                .expectEvents(weigh(quantity, Unit.KG).event());
    }

    @Test
    void aWeighingBeyondTheToleranceIsADiscrepancyOfTheLastTwoCustodians() {
        given(ENTERED, offer(GIVER).event(), receive(RECEIVER).event())
                .when(weigh("9899.999999999", Unit.G), by(RECEIVER))
                .expectEvents(
                        weigh("9899.999999999", Unit.G).event(), discrepancy("10", "9.899999999999", GIVER, RECEIVER))
                .expectResultMessagePayload(recorded(CustodyStatus.HELD, 5));
    }

    @Test
    void beforeAnyTransferADiscrepancyNamesTheOneCustodian() {
        given(ENTERED)
                .when(weigh("11", Unit.KG), by(GIVER))
                .expectEvents(weigh("11", Unit.KG).event(), discrepancy("10", "11", GIVER));
    }

    @Test
    void aWeighingIsComparedWithWhatIsLeft() {
        given(ENTERED, destroy("9", Unit.KG).event())
                .when(weigh("1.02", Unit.KG), by(GIVER))
                .expectEvents(weigh("1.02", Unit.KG).event(), discrepancy("1", "1.02", GIVER));
    }

    @Test
    void theToleranceIsTheConfiguredOne() {
        var strict = new WeighExhibit(EXHIBIT, stated("10.000000001", Unit.KG, null, null, GIVER), BigDecimal.ZERO);
        given(ENTERED)
                .when(strict, by(GIVER))
                .expectEvents(
                        strict.event(),
                        new CustodyDiscrepancy(
                                EXHIBIT,
                                BigDecimal.TEN,
                                new BigDecimal("10.000000001"),
                                Unit.KG,
                                BigDecimal.ZERO,
                                List.of(GIVER)));
    }

    @Test
    void aDiscrepancyIsRepeatedWithTheReceiptOfTheWholeCommit() {
        var request = UUID.randomUUID();
        var weighing = weigh("9", Unit.KG);
        given(ENTERED, requested(weighing.event(), request), requested(discrepancy("10", "9", GIVER), request))
                .when(weighing, with(officer(GIVER).with(request)))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(new Standing(EXHIBIT.toString(), null, "HELD", 3)));
    }

    @Test
    void whatWasDoneUnderAnIdIsRecognisedBeforeVersionAndBalance() {
        var request = UUID.randomUUID();
        var sample = sample("8", Unit.KG);
        given(ENTERED, requested(sample.event(), request))
                .when(sample, with(new Terms(officer(GIVER).caller(), request, Set.of("\"1\""))))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(new Standing(EXHIBIT.toString(), null, "HELD", 2)));
        refuses(
                given(ENTERED, requested(sample.event(), request))
                        .when(sample("8.5", Unit.KG), with(officer(GIVER).with(request))),
                new Refusal.IdReused());
    }

    @Test
    void outOfScopeThereIsNoExhibit() {
        for (var handling : List.of(offer(GIVER), sample("1", Unit.KG), weigh("1", Unit.KG))) {
            refuses(given(ENTERED).when(handling, with(station(GIVER, "VN-09-CHI-MA"))), new Refusal.Unknown());
        }
    }

    @Test
    void aFileIsAttachedOnceAndOtherBytesAreTheNextVersion() {
        given(ENTERED)
                .when(new AttachFile(EXHIBIT, FILE, HASH, 3, "text/plain"), by(GIVER))
                .expectEvents(ATTACHED);
        given(ENTERED, ATTACHED)
                .when(new AttachFile(EXHIBIT, NEXT_FILE, HASH, 3, "text/plain"), by(GIVER))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Unchanged(new Standing(EXHIBIT.toString(), null, "HELD", 2)));
        given(ENTERED, ATTACHED)
                .when(new AttachFile(EXHIBIT, NEXT_FILE, OTHER_HASH, 4, "image/png"), by(GIVER))
                .expectEvents(new ExhibitFileAttached(EXHIBIT, NEXT_FILE, OTHER_HASH, 4, "image/png", 2));
    }

    @Test
    void anAlteredFileIsRecordedOnceAndCanBeAttachedAnew() {
        var altered = new ExhibitFileAltered(EXHIBIT, FILE, OTHER_HASH);
        given(ENTERED, ATTACHED)
                .when(new RecordAlteredFile(EXHIBIT, altered), with(SERVICE))
                .expectEvents(altered);
        given(ENTERED, ATTACHED, altered)
                .when(new RecordAlteredFile(EXHIBIT, new ExhibitFileAltered(EXHIBIT, FILE, null)), with(SERVICE))
                .expectNoEvents();
        given(ENTERED, ATTACHED, altered)
                .when(new AttachFile(EXHIBIT, NEXT_FILE, HASH, 3, "text/plain"), by(GIVER))
                .expectEvents(new ExhibitFileAttached(EXHIBIT, NEXT_FILE, HASH, 3, "text/plain", 2));
    }

    @Test
    void anUnansweredTransferIsRecordedOnce() {
        var missed = missed(TRANSFER);
        given(ENTERED, offer(GIVER).event())
                .when(new RecordMissedDeadline(EXHIBIT, missed), with(SERVICE))
                .expectEvents(missed);
        given(ENTERED, offer(GIVER).event(), missed)
                .when(new RecordMissedDeadline(EXHIBIT, missed), with(SERVICE))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Outcome.Unchanged(new Standing(EXHIBIT.toString(), null, "OFFERED", 3)));
    }

    @Test
    void aTransferThatWasAnsweredIsNotMissedByTheNextOne() {
        var next = new OfferExhibit(
                EXHIBIT, new TransferId(new UUID(0, 9)), stated(null, null, null, RECEIVER, GIVER), false);
        refuses(
                given(ENTERED, offer(GIVER).event(), refuse(RECEIVER).event(), next.event())
                        .when(new RecordMissedDeadline(EXHIBIT, missed(TRANSFER)), with(SERVICE)),
                conflict("deadline-met"));
    }

    private static ExhibitDeadlineMissed missed(TransferId transfer) {
        return new ExhibitDeadlineMissed(EXHIBIT, transfer, DeadlineKind.CUSTODY_TRANSFER, DUE, DUE.plusSeconds(5));
    }

    private static CustodyDiscrepancy discrepancy(String held, String weighed, String... custodians) {
        return new CustodyDiscrepancy(
                EXHIBIT, new BigDecimal(held), new BigDecimal(weighed), Unit.KG, ONE_PERCENT, List.of(custodians));
    }

    private static Refusal imbalance(String held, String sampled) {
        return new Refusal.CustodyImbalance(new Balance(
                Unit.KG,
                BigDecimal.TEN,
                new BigDecimal(held),
                new BigDecimal(sampled),
                BigDecimal.ZERO,
                BigDecimal.ZERO));
    }

    private static Refusal conflict(String slug) {
        return new Refusal.Conflict(slug);
    }

    private static void refuses(ResultValidator<Exhibit> result, Refusal refusal) {
        result.expectNoEvents().expectResultMessagePayload(new Outcome.Refused(refusal));
    }

    private static Outcome recorded(CustodyStatus status, long version) {
        return new Outcome.Recorded(new Standing(EXHIBIT.toString(), null, status.name(), version));
    }

    private static TestExecutor<Exhibit> given(Object... events) {
        return new AggregateTestFixture<>(Exhibit.class).given(events);
    }

    private static Object requested(Object event, UUID request) {
        return new GenericEventMessage<>(event, Map.of("request", request.toString()));
    }

    private record Amount(String quantity, Unit unit) {}
}
