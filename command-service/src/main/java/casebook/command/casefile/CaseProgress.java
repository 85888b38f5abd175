package casebook.command.casefile;

import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.http.Scope;

/** What a case's rules need to know of it. */
sealed interface CaseProgress {

    CaseProgress after(CaseEvent event);

    /** Before a case was opened under the id. */
    record Unopened() implements CaseProgress {
        @Override
        public CaseProgress after(CaseEvent event) {
            return event instanceof CaseOpened opened ? new Opened(CaseDetails.of(opened)) : this;
        }
    }

    /** A case as it is now. */
    record Opened(CaseDetails details) implements CaseProgress {

        @Override
        public Opened after(CaseEvent event) {
            return new Opened(details.after(event));
        }

        CaseState state() {
            return details.state();
        }

        /** Whether somebody of this name may know of it, sealed or not. */
        boolean isOpenTo(String name) {
            return details.seal() == null || details.seal().officers().contains(name);
        }

        /** A case belongs to the stations of all its incidents. */
        boolean isIn(Scope scope) {
            return details.incidents().all().stream()
                    .anyMatch(held -> scope.covers(held.station(), held.stationProvince()));
        }
    }
}
