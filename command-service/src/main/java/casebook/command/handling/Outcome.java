package casebook.command.handling;

/** What became of a command. */
public sealed interface Outcome {

    /** An event was recorded. */
    record Recorded(Standing standing) implements Outcome {}

    /** The client's id was seen before with the same content: the standing is that of the first time. */
    record Repeated(Standing standing) implements Outcome {}

    /** There was nothing to record. */
    record Unchanged(Standing standing) implements Outcome {}

    /** Nothing was recorded. */
    record Refused(Refusal refusal) implements Outcome {}
}
