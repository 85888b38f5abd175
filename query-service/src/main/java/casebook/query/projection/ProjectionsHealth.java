package casebook.query.projection;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while the projections run; one that fails and tries again shows in the details, since the others still answer. */
final class ProjectionsHealth extends AbstractHealthIndicator {

    private final Projections projections;

    ProjectionsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(projections.isRunning() ? "UP" : "OUT_OF_SERVICE");
        projections.all().forEach(status -> health.withDetail(status.name(), status));
    }
}
