package casebook.command.handling;

/** A decider's word on the event that a command asks for. */
public sealed interface Decision {

    static Decision happen() {
        return new Happen();
    }

    static Decision nothing() {
        return new Nothing();
    }

    static Decision refuse(Refusal refusal) {
        return new Refuse(refusal);
    }

    /** The event happens. */
    record Happen() implements Decision {}

    /** It is so already: nothing to record. */
    record Nothing() implements Decision {}

    /** It must not happen. */
    record Refuse(Refusal refusal) implements Decision {}
}
