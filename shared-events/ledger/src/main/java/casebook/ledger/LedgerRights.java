package casebook.ledger;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether MongoDB itself keeps this process from changing or deleting what is in the ledger. It is asked once, as soon as it can be
 * reached; the answer stands in the log and in metric {@code casebook.ledger.protected}. Nothing is refused where it is no: the standalone's
 * MongoDB knows no users.
 */
public final class LedgerRights implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerRights.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What nobody may do who only appends. */
    private static final List<String> HARMFUL = List.of(
            "update",
            "remove",
            "dropCollection",
            "dropDatabase",
            "renameCollectionSameDB",
            "collMod",
            "convertToCapped");

    private final MongoDatabase database;
    private final Thread thread;
    private volatile @Nullable Set<String> harm;

    LedgerRights(MongoDatabase database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("casebook.ledger.protected", this, LedgerRights::figure)
                .description("1 where MongoDB would refuse this process to change what is in the ledger, 0 where not")
                .register(registry);
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

    private double figure() {
        Set<String> known = harm;
        return known == null ? Double.NaN : known.isEmpty() ? 1 : 0;
    }

    private void run() {
        Pause pause = new Pause(FIRST_PAUSE, LONGEST_PAUSE);
        while (harm == null && !Thread.currentThread().isInterrupted()) {
            try {
                Set<String> found = harmful(database);
                harm = found;
                say(found);
            } catch (MongoException e) {
                pause.waitABit();
            }
        }
    }

    private static void say(Set<String> found) {
        if (found.isEmpty()) {
            log.info("MongoDB lets this process read the ledger and append to it, and do nothing else to it");
        } else {
            log.warn("MongoDB lets this process do more to the ledger than append: {}", String.join(", ", found));
        }
    }
}
