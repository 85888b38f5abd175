package casebook.mongod;

import java.io.IOException;
import java.nio.file.Path;

/** Fetches a mongod from elsewhere. */
interface Download {
    /**
     * Brings a mongod into being as a file.
     *
     * @param workFolder empty, and deleted afterwards; the result may lie in it
     */
    Path fetch(Path workFolder) throws MongodBinary.Source.Unavailable, IOException;
}
