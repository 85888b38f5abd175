package casebook.query.audit.bundle;

import casebook.ledger.LedgerLine;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The files that the events of a bundle vouch for: every event that has a SHA-256 as {@code sha256} in its data. */
record Attachments(List<Attachment> attachments) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Attachments of(List<LedgerLine> lines) {
        return new Attachments(lines.stream().flatMap(Attachments::of).toList());
    }

    private static Stream<Attachment> of(LedgerLine line) {
        return JSON
                .readTree(line.data())
                .path("sha256")
                .asStringOpt()
                .map(sha256 -> new Attachment(line.index(), line.type(), line.aggregate(), sha256))
                .stream();
    }

    /**
     * A file that is kept apart from the ledger.
     *
     * @param index of the event
     * @param aggregate whose file it is, such as an exhibit's id
     * @param sha256 of the file's bytes, in hexadecimal
     */
    record Attachment(long index, String type, String aggregate, String sha256) {}
}
