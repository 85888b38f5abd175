package casebook.command.casefile;

import casebook.events.CaseAssigned;
import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.NoteAdded;
import casebook.http.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a case's rules need to know of it. */
sealed interface CaseProgress {

    CaseProgress after(CaseEvent event);

    /** Before a case was opened under the id. */
    record Unopened() implements CaseProgress {
        @Override
        public CaseProgress after(CaseEvent event) {
            return event instanceof CaseOpened opened
                    ? new Opened(CaseState.OPEN, opened.incidents(), opened.lead())
                    : this;
        }
    }

    /** A case as it is now. */
    record Opened(
            CaseState state,
            List<CaseIncident> incidents,
            @Nullable String lead) implements CaseProgress {

        @Override
        public Opened after(CaseEvent event) {
            return switch (event) {
                case CaseOpened _, NoteAdded _ -> this;
                case CaseMoved moved -> new Opened(moved.to(), incidents, lead);
                case CaseAssigned assigned -> new Opened(state, incidents, assigned.officer());
                case IncidentLinked linked -> new Opened(state, with(linked.incident()), lead);
                case IncidentUnlinked unlinked -> new Opened(state, without(unlinked.incident()), lead);
            };
        }

        boolean holds(IncidentId incident) {
            return incidents.stream().anyMatch(held -> held.incident().equals(incident));
        }

        /** A case belongs to the stations of all its incidents. */
        boolean isIn(Scope scope) {
            return incidents.stream().anyMatch(held -> scope.covers(held.station(), held.stationProvince()));
        }

        private List<CaseIncident> with(CaseIncident incident) {
            var more = new ArrayList<>(incidents);
            more.add(incident);
            return List.copyOf(more);
        }

        private List<CaseIncident> without(IncidentId incident) {
            return incidents.stream()
                    .filter(held -> !held.incident().equals(incident))
                    .toList();
        }
    }
}
