package casebook.attachments;

import java.io.Serial;

/** A file is larger than the store takes. Nothing of it is kept. */
public final class FileTooLarge extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    FileTooLarge(long limit) {
        super("A file has more than " + limit + " bytes");
    }
}
