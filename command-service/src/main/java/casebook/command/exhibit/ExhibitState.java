package casebook.command.exhibit;

import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;

/** What custody's rules need to know of an exhibit. */
sealed interface ExhibitState {

    ExhibitState after(ExhibitEvent event);

    /** Before anything entered custody under the id. */
    record Unentered() implements ExhibitState {
        @Override
        public ExhibitState after(ExhibitEvent event) {
            return event instanceof ExhibitEntered entered ? new Entered(ExhibitDetails.of(entered)) : this;
        }
    }

    /** An exhibit as it is now. */
    record Entered(ExhibitDetails details) implements ExhibitState {
        @Override
        public Entered after(ExhibitEvent event) {
            return new Entered(details.after(event));
        }
    }
}
