package casebook.command.exhibit;

import casebook.command.exhibit.ExhibitCommand.DestroyExhibit;
import casebook.command.exhibit.ExhibitCommand.Handling;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.ReleaseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.handling.Terms;
import casebook.command.web.Intake;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.events.ExhibitAction;
import casebook.events.ExhibitId;
import casebook.events.TransferId;
import casebook.events.Unit;
import casebook.http.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what is done with exhibits in custody. It blocks, and throws a {@link casebook.http.ProblemException} where nothing was done. */
@Component
public final class CustodyDesk {

    private final Intake intake;
    private final ExhibitDirectory exhibits;
    private final CustodyRules rules;

    CustodyDesk(Intake intake, ExhibitDirectory exhibits, CustodyRules rules) {
        this.intake = intake;
        this.exhibits = exhibits;
        this.rules = rules;
    }

    public Receipt handle(ExhibitId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, members -> {
            var action = members.choice("action", ExhibitAction.class);
            members.require("action");
            var statement = read(members, action, terms.caller().name());
            if (statement.unit() != null && isOtherwiseMeasured(id, statement.unit(), terms)) {
                members.laterFault("unit", "other-dimension");
            }
            var byCommand = terms.caller().has(Role.COMMAND);
            var transfer = Objects.requireNonNullElseGet(members.uuid("id"), UuidCreator::getTimeOrderedEpoch);
            return () -> command(id, Objects.requireNonNull(action), statement, transfer, byCommand);
        });
    }

    private boolean isOtherwiseMeasured(ExhibitId id, Unit unit, Terms terms) {
        return exhibits.find(id, terms.caller().scope())
                .filter(exhibit -> !exhibit.balance().isMeasuredLike(unit))
                .isPresent();
    }

    /** Of an action that is none, only what all actions have is asked. */
    private static Statement read(Members members, @Nullable ExhibitAction action, String by) {
        var measured = action != null && action.isMeasured();
        var quantity = members.quantity("quantity");
        var unit = members.choice("unit", Unit.class);
        var from = members.text("from");
        var to = members.text("to");
        var reason = members.requiredText("reason");
        if (measured || members.has("unit") && !members.isNull("unit")) {
            members.require("quantity");
        }
        if (measured || members.has("quantity") && !members.isNull("quantity")) {
            members.require("unit");
        }
        if (action == ExhibitAction.TRANSFER) {
            members.require("to");
        }
        return new Statement(quantity, unit, from, to, reason, by);
    }

    private Handling command(
            ExhibitId id, ExhibitAction action, Statement statement, UUID transfer, boolean byCommand) {
        return switch (action) {
            case TRANSFER -> new OfferExhibit(id, new TransferId(transfer), statement, byCommand);
            case RECEIVE -> new ReceiveExhibit(id, statement);
            case REFUSE -> new RefuseExhibit(id, statement, byCommand);
            case WEIGH -> new WeighExhibit(id, statement, rules.tolerance());
            case SAMPLE -> new SampleExhibit(id, statement);
            case DESTROY -> new DestroyExhibit(id, statement);
            case RELEASE -> new ReleaseExhibit(id, statement);
        };
    }
}
