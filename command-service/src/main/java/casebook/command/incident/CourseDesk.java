package casebook.command.incident;

import casebook.command.handling.Terms;
import casebook.command.incident.IncidentCommand.ConcludeSubject;
import casebook.command.incident.IncidentCommand.RecordLabResult;
import casebook.command.incident.IncidentCommand.ReferVictim;
import casebook.command.incident.IncidentCommand.RequestLab;
import casebook.command.incident.IncidentCommand.SupportVictim;
import casebook.command.web.Intake;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.Percentage;
import casebook.events.SeizureId;
import casebook.events.SubjectId;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.Support;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes what follows an incident: what became of its persons, what its victims were given, what a laboratory found. Every method blocks, and throws a
 * {@link casebook.http.ProblemException} where nothing was done.
 */
@Component
public final class CourseDesk {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Intake intake;
    private final IncidentDirectory incidents;

    CourseDesk(Intake intake, IncidentDirectory incidents) {
        this.intake = intake;
        this.incidents = incidents;
    }

    /** An amount is a fine: only a sanction has one. */
    public Receipt recordOutcome(IncidentId id, SubjectId subject, JsonNode body, Terms terms) {
        return intake.take(body, terms, members -> {
            var outcome = members.choice("outcome", SubjectOutcome.class);
            members.require("outcome");
            var amount = members.money("amount");
            if (amount != null && outcome != null && outcome != SubjectOutcome.SANCTIONED) {
                members.fault("amount", "amount-without-sanction");
            }
            var detail = members.text("detail");
            return () -> new ConcludeSubject(
                    id, new SubjectOutcomeRecorded(id, subject, Objects.requireNonNull(outcome), amount, detail));
        });
    }

    public Receipt support(IncidentId id, SubjectId subject, JsonNode body, Terms terms) {
        return intake.take(body, terms, members -> {
            var support = members.requiredChoice("support", Support.class);
            var detail = members.text("detail");
            return () -> new SupportVictim(id, new VictimSupported(id, subject, support, detail));
        });
    }

    public Receipt refer(IncidentId id, SubjectId subject, JsonNode body, Terms terms) {
        return intake.take(body, terms, members -> {
            var to = members.requiredText("to");
            var detail = members.text("detail");
            return () -> new ReferVictim(id, new VictimReferred(id, subject, to, detail));
        });
    }

    public Receipt requestLab(IncidentId id, SeizureId seizure, JsonNode body, Terms terms) {
        return intake.take(body, terms, members -> {
            var laboratory = members.text("laboratory");
            var dueBy = members.instant("dueBy");
            return () -> new RequestLab(id, new LabRequested(id, seizure, laboratory, dueBy));
        });
    }

    public Receipt recordLabResult(IncidentId id, SeizureId seizure, JsonNode body, Terms terms) {
        return intake.take(body, terms, members -> {
            var item = members.choice("item", Item.class);
            members.require("item");
            if (item != null && isImpossible(item, id, seizure, terms)) {
                members.laterFault("item", "impossible-item");
            }
            var purity = purity(members);
            var laboratory = members.text("laboratory");
            return () -> new RecordLabResult(
                    id, new LabResultRecorded(id, seizure, Objects.requireNonNull(item), purity, laboratory));
        });
    }

    private boolean isImpossible(Item item, IncidentId id, SeizureId seizure, Terms terms) {
        return incidents
                .find(id, terms.caller().scope())
                .flatMap(incident -> incident.details().seizure(seizure))
                .filter(seized -> !item.canBeMeasuredIn(seized.unit()))
                .isPresent();
    }

    private static @Nullable Percentage purity(Members members) {
        var percent = members.decimal("purity", Percentage.INTEGER_DIGITS, Percentage.FRACTION_DIGITS);
        if (percent != null && percent.compareTo(WHOLE) > 0) {
            members.fault("purity", "out-of-range");
            return null;
        }
        return percent == null ? null : new Percentage(percent);
    }
}
