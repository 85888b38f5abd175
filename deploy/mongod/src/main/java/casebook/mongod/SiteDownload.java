package casebook.mongod;

import casebook.mongod.MongodBinary.Source.Unavailable;
import de.flapdoodle.embed.mongo.distribution.Version;
import de.flapdoodle.embed.mongo.transitions.Mongod;
import de.flapdoodle.embed.process.archives.ExtractedFileSet;
import de.flapdoodle.embed.process.io.directories.PersistentDir;
import de.flapdoodle.reverse.StateID;
import de.flapdoodle.reverse.TransitionWalker.ReachedState;
import de.flapdoodle.reverse.transitions.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MongoDB 7 from MongoDB's own site, over TLS, for the systems and processors that flapdoodle knows. */
record SiteDownload() implements Download {
    @Override
    public Path fetch(Path workFolder) throws Unavailable, IOException {
        Mongod mongod = Mongod.instance()
                .withPersistentBaseDir(Start.to(PersistentDir.class).initializedWith(PersistentDir.of(workFolder)));
        try (ReachedState<ExtractedFileSet> extracted =
                mongod.transitions(Version.Main.V7_0).walker().initState(StateID.of(ExtractedFileSet.class))) {
            return Files.copy(extracted.current().executable(), workFolder.resolve("mongod"));
        } catch (RuntimeException e) {
            throw new Unavailable("MongoDB's own site did not give one: " + rootOf(e));
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
