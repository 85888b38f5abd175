package casebook.ledger;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Lines in ledger order, read as they are asked for. Holds a cursor in MongoDB until it is closed. */
public final class LedgerLines implements Iterator<LedgerLine>, AutoCloseable {

    private final Supplier<@Nullable Iterable<LedgerLine>> batches;
    private final Runnable close;
    private Iterator<LedgerLine> batch = Collections.emptyIterator();

    /**
     * @param batches gives null when there is nothing more
     * @param close frees what the batches come from
     */
    LedgerLines(Supplier<@Nullable Iterable<LedgerLine>> batches, Runnable close) {
        this.batches = batches;
        this.close = close;
    }

    /** @throws BrokenLedger if an index is not the one that follows */
    @Override
    public boolean hasNext() {
        while (!batch.hasNext()) {
            Iterable<LedgerLine> next = batches.get();
            if (next == null) {
                return false;
            }
            batch = next.iterator();
        }
        return true;
    }

    @Override
    public LedgerLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }

    /** The lines that were not yet read; closing the stream closes this. */
    public Stream<LedgerLine> stream() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, characteristics), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        close.run();
    }
}
