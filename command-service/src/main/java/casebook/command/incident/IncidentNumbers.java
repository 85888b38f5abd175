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
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Serial numbers of incidents, per station and year, unique over all instances and restarts. Serials are reserved in the database before they are used, as many
 * at once as callers wait for one: a single one at a station's usual pace, a block while a batch comes in. A serial that was reserved
 * and not used when the process was killed is not used again, so numbers are unique but not always without gaps.
 */
public final class IncidentNumbers {

    /** Serials are filled up with zeros to this length, so that numbers sort. */
    private static final int DIGITS = 6;

    private static final String LAST = "last";

    private final MongoCollection<Document> counters;
    private final ConcurrentMap<String, Serials> serials = new ConcurrentHashMap<>();

    public IncidentNumbers(MongoDatabase database) {
        this.counters = database.getCollection("incident_numbers")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** The next number {@code <station>-<year>-<serial>}; blocks while a block is reserved. */
    String next(StationCode station, int year) {
        var prefix = station + "-" + year + "-";
        var serial = Long.toString(serials.computeIfAbsent(prefix, Serials::new).next());
        return prefix + "0".repeat(Math.max(0, DIGITS - serial.length())) + serial;
    }

    /** Takes a number back that no event bears, to be given out again. */
    void giveBack(String number) {
        var serial = number.lastIndexOf('-') + 1;
        var of = serials.get(number.substring(0, serial));
        if (of != null) {
            of.free.add(Long.parseLong(number.substring(serial)));
        }
    }

    private final class Serials {

        private final String prefix;
        private final Queue<Long> free = new ConcurrentLinkedQueue<>();
        private final AtomicInteger waiting = new AtomicInteger();

        private Serials(String prefix) {
            this.prefix = prefix;
        }

        private long next() {
            waiting.incrementAndGet();
            try {
                var serial = free.poll();
                return serial == null ? reserved() : serial;
            } finally {
                waiting.decrementAndGet();
            }
        }

        /** One of a new block; callers that find a serial without waiting may empty a block before its turn comes. */
        private synchronized long reserved() {
            var serial = free.poll();
            while (serial == null) {
                reserve(waiting.get());
                serial = free.poll();
            }
            return serial;
        }

        private void reserve(long block) {
            var counter = Objects.requireNonNull(counters.findOneAndUpdate(
                    Filters.eq(prefix),
                    Updates.inc(LAST, block),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
            long last = counter.getLong(LAST);
            LongStream.rangeClosed(last - block + 1, last).forEach(free::add);
        }
    }
}
