package casebook.command.handling;

import casebook.events.Balance;
import java.util.List;

/** Why a command that was understood is not carried out. Nothing is written then. */
public sealed interface Refusal {

    /** It does not exist, or not for this caller. */
    record Unknown() implements Refusal {}

    /** The caller's role may not do this to what exists. */
    record Forbidden() implements Refusal {}

    /** Its state forbids it. */
    record IllegalTransition(String state, List<String> allowed) implements Refusal {}

    /** The id stands for other content. */
    record IdReused() implements Refusal {}

    /** Somebody else wrote in between. */
    record VersionMismatch(long version) implements Refusal {}

    /** The rule that this {@code code} names forbids it; a fault of the body at {@code pointer}. */
    record Invalid(String pointer, String code) implements Refusal {}

    /** More or less would leave an exhibit than is held. */
    record CustodyImbalance(Balance balance) implements Refusal {}

    /** What exists forbids it, for the reason that {@code slug} names. */
    record Conflict(String slug) implements Refusal {}
}
