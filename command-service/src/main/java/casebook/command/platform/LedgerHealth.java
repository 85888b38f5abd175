package casebook.command.platform;

import casebook.ledger.CheckpointMetrics;
import casebook.ledger.Checkpointer;
import casebook.ledger.LedgerRights;
import casebook.ledger.LedgerTrust;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Down where nothing is appended because the ledger is not the one that was signed. That is no matter of readiness: a caller is to hear
 * why a write is refused. Up though nothing is signed, or MongoDB would let this process change what was appended, and says so.
 */
@Component("ledgerHealthIndicator")
final class LedgerHealth extends AbstractHealthIndicator {

    private final LedgerTrust trust;
    private final LedgerRights rights;
    private final CheckpointMetrics checkpoints;
    private final boolean signing;

    LedgerHealth(
            LedgerTrust trust,
            LedgerRights rights,
            CheckpointMetrics checkpoints,
            Optional<Checkpointer> checkpointer) {
        this.trust = trust;
        this.rights = rights;
        this.checkpoints = checkpoints;
        this.signing = checkpointer.isPresent();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("signing", signing);
        checkpoints
                .newest()
                .ifPresent(newest ->
                        health.withDetail("signedEvents", newest.size()).withDetail("signedAt", newest.at()));
        rights.isProtected().ifPresent(answer -> health.withDetail("protected", answer));
        trust.doubt().ifPresent(doubt -> health.down().withDetail("untrusted", doubt));
    }
}
