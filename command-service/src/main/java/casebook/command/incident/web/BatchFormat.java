package casebook.command.incident.web;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A form in which a batch is written. */
interface BatchFormat {

    /** @throws casebook.http.ProblemException if the batch as a whole cannot be read */
    Entries open(InputStream in) throws IOException;

    /** The entries of one batch, read as they are asked for; blocks. */
    interface Entries {

        /** The next entry, null at the end. */
        @Nullable
        BatchEntry next() throws IOException;
    }
}
