package casebook.command.handling;

import casebook.events.CasebookEvent;
import java.util.List;

/** A decider's word on the event that a command asks for. */
public sealed interface Decision {

    static Decision happen() {
        return new Happen(List.of());
    }

    /** The event happens, and these of the same stream follow from it in the same commit. */
    static Decision happenWith(CasebookEvent... consequences) {
        return new Happen(List.of(consequences));
    }

    static Decision nothing() {
        return new Nothing();
    }

    static Decision refuse(Refusal refusal) {
        return new Refuse(refusal);
    }

    /**
     * The event happens.
     *
     * @param consequences what happens by it
     */
    record Happen(List<CasebookEvent> consequences) implements Decision {}

    /** It is so already: nothing to record. */
    record Nothing() implements Decision {}

    /** It must not happen. */
    record Refuse(Refusal refusal) implements Decision {}
}
