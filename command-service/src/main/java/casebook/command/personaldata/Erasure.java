package casebook.command.personaldata;

import casebook.command.web.Receipt;
import casebook.events.SubjectId;
import casebook.http.Problem;

/** What became of one of several persons who were to be erased. */
public sealed interface Erasure {

    SubjectId subject();

    /** The person is forgotten, now or since before. */
    record Done(SubjectId subject, Receipt receipt) implements Erasure {}

    /** The person is not, and nothing was written of it. */
    record Refused(SubjectId subject, Problem problem) implements Erasure {}
}
