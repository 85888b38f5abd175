package casebook.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bson.RawBsonDocument;

/**
 * Reads documents on a thread of its own and has others work on them, while the results are taken in order. Holds a few megabytes at
 * most, and at least a document.
 */
final class ReadAhead<T> implements AutoCloseable {

    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int PAGES = 8;
    private static final int MAX_WORKERS = 4;

    private final Iterator<RawBsonDocument> documents;
    private final Function<List<RawBsonDocument>, List<T>> work;
    private final BlockingQueue<Future<List<T>>> pages = new ArrayBlockingQueue<>(PAGES);
    private final ExecutorService workers;
    private final Thread reader;
    private volatile boolean closed;

    /**
     * Starts to read.
     *
     * @param work gives a result for each of some documents; on several threads at a time
     */
    ReadAhead(Iterator<RawBsonDocument> documents, Function<List<RawBsonDocument>, List<T>> work) {
        this.documents = documents;
        this.work = work;
        this.workers = Executors.newFixedThreadPool(
                Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().name("ledger-read-ahead-", 0).daemon().factory());
        this.reader = Thread.ofPlatform().name("ledger-read-ahead").daemon().start(this::read);
    }

    /**
     * Some results, in the documents' order; none after the last.
     *
     * @throws RuntimeException what reading or working threw
     */
    List<T> next() throws InterruptedException {
        try {
            return pages.take().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
        }
    }

    /** Returns when nothing is read any more. */
    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        // Makes room for what the reader may be about to put.
        pages.clear();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        workers.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            boolean more = true;
            while (more && !closed) {
                more = readPage();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean readPage() throws InterruptedException {
        List<RawBsonDocument> page = new ArrayList<>();
        try {
            for (int bytes = 0; bytes < PAGE_BYTES && documents.hasNext(); ) {
                RawBsonDocument document = documents.next();
                page.add(document);
                bytes += document.getByteBuffer().remaining();
            }
        } catch (RuntimeException e) {
            pages.put(CompletableFuture.failedFuture(e));
            return false;
        }
        pages.put(workers.submit(() -> work.apply(page)));
        return !page.isEmpty();
    }
}
