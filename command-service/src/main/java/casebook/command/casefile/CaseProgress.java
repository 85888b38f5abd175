package casebook.command.casefile;

import casebook.command.handling.Clocks;
import casebook.command.handling.Clocks.Owed;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.DeadlineKind;
import casebook.events.ReferralSent;
import casebook.http.Caller;
import casebook.http.Scope;

/** What a case's rules need to know of it. */
sealed interface CaseProgress {

    /** @param sequence the number of the event within the case */
    CaseProgress after(CaseEvent event, long sequence);

    /** Before a case was opened under the id. */
    record Unopened() implements CaseProgress {
        @Override
        public CaseProgress after(CaseEvent event, long sequence) {
            return event instanceof CaseOpened opened ? new Opened(CaseDetails.of(opened), Clocks.NONE) : this;
        }
    }

    /** A case as it is now. */
    record Opened(CaseDetails details, Clocks clocks) implements CaseProgress {

        @Override
        public Opened after(CaseEvent event, long sequence) {
            var next = details.after(event);
            return new Opened(next, clocksAfter(event, next, sequence));
        }

        /** An answer is due from when it was asked for, the resolution from when the case was opened, or taken up again. */
        private Clocks clocksAfter(CaseEvent event, CaseDetails next, long sequence) {
            if (event instanceof ReferralSent sent) {
                return clocks.begin(
                        new Owed(DeadlineKind.REFERRAL_ANSWER, sent.referral().value()), sequence);
            }
            var isTakenUpAgain = next.state().isActive() && !details.state().isActive();
            return isTakenUpAgain ? clocks.begin(new Owed(DeadlineKind.RESOLUTION, null), sequence) : clocks;
        }

        CaseState state() {
            return details.state();
        }

        /** Whether it exists, as far as this caller may know. */
        boolean existsFor(Caller caller) {
            return isIn(caller.scope()) && isOpenTo(caller.name());
        }

        /** Whether somebody of this name may know of it, sealed or not. */
        private boolean isOpenTo(String name) {
            return details.seal() == null || details.seal().officers().contains(name);
        }

        /** A case belongs to the stations of all its incidents. */
        boolean isIn(Scope scope) {
            return details.incidents().all().stream()
                    .anyMatch(held -> scope.covers(held.station(), held.stationProvince()));
        }
    }
}
