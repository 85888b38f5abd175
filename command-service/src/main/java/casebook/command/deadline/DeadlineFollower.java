package casebook.command.deadline;

import casebook.command.following.FollowedEvent;
import casebook.command.following.Follower;
import casebook.events.IncidentFiled;
import casebook.http.Role;
import java.util.List;

/** Keeps the open deadlines from the ledger's events. What an ADMIN files is an import, from which no clock runs: it costs nothing here. */
final class DeadlineFollower implements Follower {

    private final DeadlineRules rules;
    private final OpenDeadlines deadlines;

    DeadlineFollower(DeadlineRules rules, OpenDeadlines deadlines) {
        this.rules = rules;
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public void take(List<FollowedEvent> events) {
        deadlines.make(events.stream()
                .filter(event -> !isImport(event))
                .flatMap(event -> rules.changes(event.event(), new Start(event.sequence(), event.at())).stream())
                .toList());
    }

    private static boolean isImport(FollowedEvent event) {
        return event.type() == IncidentFiled.class && event.isBy(Role.ADMIN);
    }
}
