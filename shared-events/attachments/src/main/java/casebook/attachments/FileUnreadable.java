package casebook.attachments;

import java.io.Serial;

/** A file that should be there cannot be read to its end. */
public final class FileUnreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    FileUnreadable(Throwable cause) {
        super("A file cannot be read to its end", cause);
    }
}
