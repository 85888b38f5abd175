package casebook.query.cases;

import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralSent;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a referral was sent and answered last, and who sent it. */
public record ReferralDate(
        ReferralId referral,
        Instant sentAt,
        @Nullable String sentBy,
        @Nullable Instant answeredAt) {

    static List<ReferralDate> after(List<ReferralDate> dates, LedgerEvent event) {
        return switch (event.event()) {
            case ReferralSent sent -> {
                var date = new ReferralDate(sent.referral(), event.at(), event.text("actor"), null);
                yield Stream.concat(dates.stream(), Stream.of(date)).toList();
            }
            case ReferralAnswered answered ->
                dates.stream().map(date -> date.after(answered, event.at())).toList();
            default -> dates;
        };
    }

    private ReferralDate after(ReferralAnswered answered, Instant at) {
        return referral.equals(answered.referral()) ? new ReferralDate(referral, sentAt, sentBy, at) : this;
    }
}
