package casebook.command.exhibit;

import static casebook.command.exhibit.ExhibitSamples.ENTERED;
import static casebook.command.exhibit.ExhibitSamples.EXHIBIT;
import static casebook.command.exhibit.ExhibitSamples.GIVER;
import static casebook.command.exhibit.ExhibitSamples.ONE_PERCENT;
import static casebook.command.exhibit.ExhibitSamples.RECEIVER;
import static casebook.command.exhibit.ExhibitSamples.THIRD;
import static casebook.command.exhibit.ExhibitSamples.TRANSFER;
import static casebook.command.exhibit.ExhibitSamples.by;
import static casebook.command.exhibit.ExhibitSamples.offer;
import static casebook.command.exhibit.ExhibitSamples.receive;
import static casebook.command.exhibit.ExhibitSamples.refuse;
import static casebook.command.exhibit.ExhibitSamples.release;
import static casebook.command.exhibit.ExhibitSamples.stated;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.exhibit.ExhibitCommand.DestroyExhibit;
import casebook.command.exhibit.ExhibitCommand.Handling;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.ReleaseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitAction;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEvent;
import casebook.events.Unit;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever may be asked of an exhibit by whomever in every state of its custody; what is offered to a caller is what is not refused. */
class CustodyMatrixTest {

    private static final Instant DUE = Instant.parse("2026-03-20T10:00:00Z");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            CUSTODY       | ACTION   | BY THE GIVER        | BY THE RECEIVER     | BY A THIRD          | BY A COMMAND
            HELD          | TRANSFER | done                | not-the-custodian   | not-the-custodian   | done
            HELD          | RECEIVE  | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            HELD          | REFUSE   | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            HELD          | SAMPLE   | done                | done                | done                | done
            HELD          | DESTROY  | done                | done                | done                | done
            HELD          | RELEASE  | done                | done                | done                | done
            HELD          | WEIGH    | done                | done                | done                | done
            OFFERED       | TRANSFER | transfer-pending    | transfer-pending    | transfer-pending    | transfer-pending
            OFFERED       | RECEIVE  | not-the-receiver    | done                | not-the-receiver    | not-the-receiver
            OFFERED       | REFUSE   | done                | done                | not-the-receiver    | done
            OFFERED       | SAMPLE   | done                | done                | done                | done
            OFFERED       | DESTROY  | done                | done                | done                | done
            OFFERED       | RELEASE  | done                | done                | done                | done
            OFFERED       | WEIGH    | done                | done                | done                | done
            OVERDUE       | TRANSFER | transfer-pending    | transfer-pending    | transfer-pending    | transfer-pending
            OVERDUE       | RECEIVE  | not-the-receiver    | done                | not-the-receiver    | not-the-receiver
            OVERDUE       | REFUSE   | done                | done                | not-the-receiver    | done
            OVERDUE       | SAMPLE   | done                | done                | done                | done
            OVERDUE       | DESTROY  | done                | done                | done                | done
            OVERDUE       | RELEASE  | done                | done                | done                | done
            OVERDUE       | WEIGH    | done                | done                | done                | done
            RECEIVED      | TRANSFER | not-the-custodian   | done                | not-the-custodian   | done
            RECEIVED      | RECEIVE  | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            RECEIVED      | REFUSE   | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            RECEIVED      | SAMPLE   | done                | done                | done                | done
            RECEIVED      | DESTROY  | done                | done                | done                | done
            RECEIVED      | RELEASE  | done                | done                | done                | done
            RECEIVED      | WEIGH    | done                | done                | done                | done
            REFUSED       | TRANSFER | done                | not-the-custodian   | not-the-custodian   | done
            REFUSED       | RECEIVE  | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            REFUSED       | REFUSE   | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            REFUSED       | SAMPLE   | done                | done                | done                | done
            REFUSED       | DESTROY  | done                | done                | done                | done
            REFUSED       | RELEASE  | done                | done                | done                | done
            REFUSED       | WEIGH    | done                | done                | done                | done
            ENDED         | TRANSFER | custody-imbalance   | not-the-custodian   | not-the-custodian   | custody-imbalance
            ENDED         | RECEIVE  | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            ENDED         | REFUSE   | no-transfer-pending | no-transfer-pending | no-transfer-pending | no-transfer-pending
            ENDED         | SAMPLE   | custody-imbalance   | custody-imbalance   | custody-imbalance   | custody-imbalance
            ENDED         | DESTROY  | custody-imbalance   | custody-imbalance   | custody-imbalance   | custody-imbalance
            ENDED         | RELEASE  | custody-imbalance   | custody-imbalance   | custody-imbalance   | custody-imbalance
            ENDED         | WEIGH    | done                | done                | done                | done
            OFFERED EMPTY | TRANSFER | transfer-pending    | transfer-pending    | transfer-pending    | transfer-pending
            OFFERED EMPTY | RECEIVE  | not-the-receiver    | done                | not-the-receiver    | not-the-receiver
            OFFERED EMPTY | REFUSE   | done                | done                | not-the-receiver    | done
            OFFERED EMPTY | SAMPLE   | custody-imbalance   | custody-imbalance   | custody-imbalance   | custody-imbalance
            OFFERED EMPTY | DESTROY  | custody-imbalance   | custody-imbalance   | custody-imbalance   | custody-imbalance
            OFFERED EMPTY | RELEASE  | custody-imbalance   | custody-imbalance   | custody-imbalance   | custody-imbalance
            OFFERED EMPTY | WEIGH    | done                | done                | done                | done
            """)
    void custodyIsWhatTheContractSays(
            String custody, ExhibitAction action, String giver, String receiver, String third, String command) {
        check(custody, action, GIVER, false, giver);
        check(custody, action, RECEIVER, false, receiver);
        check(custody, action, THIRD, false, third);
        check(custody, action, THIRD, true, command);
    }

    private static void check(String custody, ExhibitAction action, String who, boolean ordered, String expected) {
        var given = in(custody);
        var held = details(given).balance().held().toPlainString();
        var asked = command(action, stated(held, Unit.KG, null, null, who), who, ordered);
        var result = new AggregateTestFixture<>(Exhibit.class).given(given).when(asked, by(who));
        if (expected.equals("done")) {
            result.expectEvents(asked.event());
        } else {
            result.expectNoEvents().expectResultMessagePayload(new Outcome.Refused(refusal(expected, given)));
        }
        assertThat(details(given).allowedActions(who, ordered).contains(action.code()))
                .as("offered to %s", who)
                .isEqualTo(expected.equals("done"));
    }

    private static Refusal refusal(String slug, List<ExhibitEvent> given) {
        return slug.equals("custody-imbalance")
                ? new Refusal.CustodyImbalance(details(given).balance())
                : new Refusal.Conflict(slug);
    }

    private static ExhibitDetails details(List<ExhibitEvent> given) {
        var details = ExhibitDetails.of(ENTERED);
        for (var event : given.subList(1, given.size())) {
            details = details.after(event);
        }
        return details;
    }

    private static List<ExhibitEvent> in(String custody) {
        var offered = offer(GIVER).event();
        return switch (custody) {
            case "HELD" -> List.of(ENTERED);
            case "OFFERED" -> List.of(ENTERED, offered);
            case "OVERDUE" ->
                List.of(
                        ENTERED,
                        offered,
                        new ExhibitDeadlineMissed(EXHIBIT, TRANSFER, DeadlineKind.CUSTODY_TRANSFER, DUE, DUE));
            case "RECEIVED" -> List.of(ENTERED, offered, receive(RECEIVER).event());
            case "REFUSED" -> List.of(ENTERED, offered, refuse(RECEIVER).event());
            case "ENDED" -> List.of(ENTERED, release("10", Unit.KG).event());
            case "OFFERED EMPTY" ->
                List.of(ENTERED, offered, release("10", Unit.KG).event());
            default -> throw new IllegalArgumentException(custody);
        };
    }

    /** Of a gram, or of what a weighing finds. */
    private static Handling command(ExhibitAction action, Statement weighed, String who, boolean ordered) {
        var silent = stated(null, null, null, null, who);
        var gram = stated("1", Unit.G, null, null, who);
        return switch (action) {
            case TRANSFER -> new OfferExhibit(EXHIBIT, TRANSFER, stated(null, null, null, "Sergeant Đỗ", who), ordered);
            case RECEIVE -> new ReceiveExhibit(EXHIBIT, silent);
            case REFUSE -> new RefuseExhibit(EXHIBIT, silent, ordered);
            case SAMPLE -> new SampleExhibit(EXHIBIT, gram);
            case DESTROY -> new DestroyExhibit(EXHIBIT, gram);
            case RELEASE -> new ReleaseExhibit(EXHIBIT, gram);
            case WEIGH -> new WeighExhibit(EXHIBIT, weighed, ONE_PERCENT);
        };
    }
}
