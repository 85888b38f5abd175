package casebook.query.cases;

import casebook.events.CaseEvent;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.Closure;
import casebook.events.ReferralAnswered;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a case came into a status, by whom and why. */
public record StatusDate(
        CaseState status,
        Instant at,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Closure closure) {

    static StatusDate opened(LedgerEvent event) {
        return new StatusDate(CaseState.OPEN, event.at(), event.text("actor"), null, null);
    }

    /** @param next the status after the event; the same as before it for most */
    static List<StatusDate> after(List<StatusDate> dates, CaseState next, LedgerEvent event) {
        if (next == dates.getLast().status()) {
            return dates;
        }
        var happened = (CaseEvent) event.event();
        var entered = new StatusDate(next, event.at(), event.text("actor"), reason(happened), closure(happened, dates));
        return Stream.concat(dates.stream(), Stream.of(entered)).toList();
    }

    private static @Nullable String reason(CaseEvent event) {
        return switch (event) {
            case CaseMoved moved -> moved.reason();
            case CaseMerged merged -> merged.reason();
            case CaseUnmerged unmerged -> unmerged.reason();
            case ReferralAnswered answered -> answered.detail();
            default -> null;
        };
    }

    /** A case that was dismissed before it was merged is dismissed for the same reason afterwards. */
    private static @Nullable Closure closure(CaseEvent event, List<StatusDate> before) {
        return switch (event) {
            case CaseMoved moved -> moved.closure();
            case CaseUnmerged _ -> before.get(before.size() - 2).closure();
            default -> null;
        };
    }
}
