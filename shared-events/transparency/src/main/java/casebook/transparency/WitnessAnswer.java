package casebook.transparency;

import java.util.Arrays;
import java.util.List;

/** What a witness answers to {@link AddCheckpoint}. C2SP {@code tlog-witness}. */
public sealed interface WitnessAnswer {

    /** The media type of an answer that names the size which the witness has. */
    String SIZE_MEDIA_TYPE = "text/x.tlog.size";

    /**
     * The witness cosigned; whether the signatures are right is for {@link SignedCheckpoint#check} to find.
     *
     * @param signatures at least one
     */
    record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {

        /** An answer of its parts. */
        public Cosigned {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * The witness has cosigned another size than the request said; ask again with a proof from there. If the size is beyond
     * the log's own, the log has lost entries.
     *
     * @param size the size of the newest checkpoint that it cosigned
     */
    record OtherSize(long size) implements WitnessAnswer {}

    /**
     * The witness did not cosign: 400 for a bad request, 403 for a signature that it does not trust, 404 for a log that it
     * does not know, 409 for a tree of the same size with another root, 422 for a proof that does not hold.
     *
     * @param status the HTTP status
     */
    record Refused(int status) implements WitnessAnswer {}

    /**
     * Reads an answer.
     *
     * @param status the HTTP status
     * @param mediaType the media type without parameters, empty if there was none
     * @throws Malformed if the witness says that it cosigned, or that it has another size, and the body is not that
     */
    static WitnessAnswer parse(int status, String mediaType, byte[] body) {
        if (status == 200) {
            return new Cosigned(Arrays.stream(line(body).split("\n", -1))
                    .map(NoteSignature::parse)
                    .toList());
        }
        return status == 409 && mediaType.equals(SIZE_MEDIA_TYPE)
                ? new OtherSize(Text.decimal(line(body)))
                : new Refused(status);
    }

    private static String line(byte[] body) {
        String text = Text.fromUtf8(body);
        if (!text.endsWith("\n")) {
            throw new Malformed("A witness's answer ends with a newline");
        }
        return text.substring(0, text.length() - 1);
    }
}
