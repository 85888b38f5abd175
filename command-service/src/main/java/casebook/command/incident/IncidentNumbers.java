package casebook.command.incident;

import casebook.events.StationCode;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Serial numbers of incidents, per station and year, unique over all instances and restarts. Serials are reserved in the database before they are
 * used: one at a time at a station's usual pace, in growing blocks while a batch comes in. Reserved serials that are still unused when the process ends
 * are not used again, so numbers are unique but not without gaps.
 */
public final class IncidentNumbers {

    private static final int LARGEST_BLOCK = 256;
    private static final long HURRIED = Duration.ofSeconds(2).toNanos();
    private static final String LAST = "last";

    private final MongoCollection<Document> counters;
    private final ConcurrentMap<String, Serials> serials = new ConcurrentHashMap<>();

    public IncidentNumbers(MongoDatabase database) {
        this.counters = database.getCollection("incident_numbers")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** The next number {@code <station>-<year>-<serial>}; blocks when a block has to be reserved. */
    String next(StationCode station, int year) {
        var prefix = station + "-" + year + "-";
        return prefix
                + "%06d".formatted(serials.computeIfAbsent(prefix, Serials::new).next());
    }

    /** Takes a number back that no event bears, to be given out again. */
    void giveBack(String number) {
        var serial = number.lastIndexOf('-') + 1;
        var of = serials.get(number.substring(0, serial));
        if (of != null) {
            of.giveBack(Long.parseLong(number.substring(serial)));
        }
    }

    private final class Serials {

        private final String prefix;
        private final Deque<Long> free = new ArrayDeque<>();
        private long reservedAt = System.nanoTime() - HURRIED;
        private int block = 1;

        private Serials(String prefix) {
            this.prefix = prefix;
        }

        private synchronized long next() {
            if (free.isEmpty()) {
                reserve();
            }
            return free.removeFirst();
        }

        private synchronized void giveBack(long serial) {
            free.addFirst(serial);
        }

        private void reserve() {
            var now = System.nanoTime();
            block = now - reservedAt < HURRIED ? Math.min(2 * block, LARGEST_BLOCK) : 1;
            reservedAt = now;
            var counter = Objects.requireNonNull(counters.findOneAndUpdate(
                    Filters.eq(prefix),
                    Updates.inc(LAST, (long) block),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
            long last = counter.getLong(LAST);
            LongStream.rangeClosed(last - block + 1, last).forEach(free::addLast);
        }
    }
}
