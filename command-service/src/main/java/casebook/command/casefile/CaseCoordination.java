package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.PlaceHold;
import casebook.command.casefile.CaseCommand.ReleaseHold;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.command.handling.Terms;
import casebook.command.web.Intake;
import casebook.command.web.Receipt;
import casebook.events.Agency;
import casebook.events.CaseDetails;
import casebook.events.CaseId;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes what concerns a case beyond its own work: other forces, other cases, who may see it, what must be kept. Every method blocks, and throws a
 * {@link casebook.http.ProblemException} where nothing was done.
 */
@Component
public final class CaseCoordination {

    private final Intake intake;
    private final CaseDirectory cases;
    private final HeldCases held;

    CaseCoordination(Intake intake, CaseDirectory cases, HeldCases held) {
        this.intake = intake;
        this.cases = cases;
        this.held = held;
    }

    public Receipt refer(CaseId id, JsonNode body, Terms terms) {
        return intake.create(body, terms, (referral, chosen) -> {
            var agency = referral.requiredChoice("agency", Agency.class);
            var subject = referral.requiredText("subject");
            var dueBy = referral.instant("dueBy");
            return () -> new SendReferral(id, new ReferralId(chosen), agency, subject, dueBy);
        });
    }

    public Receipt answer(CaseId id, ReferralId referral, JsonNode body, Terms terms) {
        return intake.take(body, terms, answer -> {
            var outcome = answer.requiredChoice("outcome", ReferralOutcome.class);
            var detail = answer.text("detail");
            return () -> new AnswerReferral(id, referral, outcome, detail);
        });
    }

    public Receipt merge(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, merger -> {
            var into = merger.uuid("into");
            merger.require("into");
            if (into != null && cases.find(new CaseId(into), terms.caller()).isEmpty()) {
                merger.laterFault("into", "unknown-case");
            }
            var reason = merger.requiredText("reason");
            return () -> new MergeCase(id, new CaseId(Objects.requireNonNull(into)), reason);
        });
    }

    public Receipt unmerge(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, separation -> {
            var reason = separation.requiredText("reason");
            return () -> new UnmergeCase(id, mergedInto(id), reason);
        });
    }

    private @Nullable CaseId mergedInto(CaseId id) {
        return cases.find(id)
                .map(CaseDetails::merger)
                .map(CaseDetails.Merger::into)
                .orElse(null);
    }

    public Receipt seal(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, seal -> {
            var reason = seal.requiredText("reason");
            var officers = seal.required("officers", seal.texts("officers"), List.<String>of());
            if (seal.isEmptyList("officers")) {
                seal.fault("officers", "required");
            }
            return () -> new SealCase(id, reason, officers);
        });
    }

    public Receipt unseal(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, seal -> {
            var reason = seal.text("reason");
            return () -> new UnsealCase(id, reason);
        });
    }

    /** The case is noted first: who looks for holds finds every one that was recorded. */
    public Receipt hold(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, hold -> {
            var reason = hold.requiredText("reason");
            return () -> {
                cases.find(id).ifPresent(_ -> held.note(id));
                return new PlaceHold(id, reason);
            };
        });
    }

    public Receipt releaseHold(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, release -> {
            var reason = release.requiredText("reason");
            return () -> new ReleaseHold(id, reason);
        });
    }
}
