package casebook.ledger;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether MongoDB itself keeps this process from changing or deleting what is in a log. It is asked once, as soon as it can be reached;
 * the answer stands in the log file and in metric {@code …protected}. Nothing is refused where it is no: the standalone's MongoDB knows
 * no users.
 */
public final class LedgerRights implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerRights.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Whoever may do this may do everything. */
    private static final String ANYTHING = "anyAction";

    /** What nobody may do who only appends. An index can have documents expire. */
    private static final List<String> HARMFUL = List.of(
            "update",
            "remove",
            "createIndex",
            "dropCollection",
            "dropDatabase",
            "renameCollectionSameDB",
            "collMod",
            "convertToCapped");

    private final MongoDatabase database;
    private final Thread thread;
    private volatile @Nullable Set<String> harm;

    LedgerRights(MongoDatabase database, LogMeters meters) {
        this.database = database;
        meters.gauge("protected", this, LedgerRights::figure)
                .description("1 where MongoDB would refuse this process to change what is in the log, 0 where not")
                .register(meters.registry());
        this.thread = Thread.ofVirtual().name("ledger-rights").start(this::run);
    }

    /**
     * What MongoDB would let this process do to the ledger beyond reading and appending; everything where it asks for no user.
     *
     * @throws MongoException if there is no answer
     */
    static Set<String> harmful(MongoDatabase database) {
        Document answer = database.runCommand(new Document("connectionStatus", 1).append("showPrivileges", true));
        Document who = answer.get("authInfo", Document.class);
        if (who.getList("authenticatedUsers", Document.class).isEmpty()) {
            return new TreeSet<>(HARMFUL);
        }
        Set<String> found = new TreeSet<>();
        for (Document privilege : who.getList("authenticatedUserPrivileges", Document.class)) {
            if (covers(privilege.get("resource", Document.class), database.getName())) {
                found.addAll(privilege.getList("actions", String.class));
            }
        }
        if (found.contains(ANYTHING)) {
            found.addAll(HARMFUL);
        }
        found.retainAll(HARMFUL);
        return found;
    }

    /** An empty name stands for every database, or every collection. */
    private static boolean covers(Document resource, String database) {
        return resource.getBoolean("anyResource", false)
                || (List.of("", database).contains(resource.get("db"))
                        && List.of("", LedgerCollection.NAME).contains(resource.get("collection")));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Whether it is so; empty as long as MongoDB could not be asked. */
    public Optional<Boolean> isProtected() {
        return Optional.ofNullable(harm).map(Set::isEmpty);
    }

    private double figure() {
        return isProtected().map(safe -> safe ? 1.0 : 0.0).orElse(Double.NaN);
    }

    private void run() {
        Pause pause = new Pause(FIRST_PAUSE, LONGEST_PAUSE);
        while (harm == null && !Thread.currentThread().isInterrupted()) {
            try {
                Set<String> found = harmful(database);
                harm = found;
                say(found, database.getName() + "." + LedgerCollection.NAME);
            } catch (MongoException e) {
                pause.waitABit();
            }
        }
    }

    private static void say(Set<String> found, String where) {
        if (found.isEmpty()) {
            log.info("MongoDB lets this process read and append in {} at most, and do nothing else there", where);
        } else {
            log.warn("MongoDB lets this process do more in {} than append: {}", where, String.join(", ", found));
        }
    }
}
