package casebook.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An {@link AppendingProgram} in a JVM of its own, and what it has said so far. */
final class WriterProcess implements AutoCloseable {

    private final Process process;
    private final Thread listener;
    private final Map<EventKey, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> others = new ConcurrentLinkedQueue<>();

    private volatile boolean ready;

    private WriterProcess(Process process) {
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static WriterProcess start(String uri, String database, int events, int callers, String prefix) {
        try {
            return new WriterProcess(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AppendingProgram.class.getName(),
                            uri,
                            database,
                            Integer.toString(events),
                            Integer.toString(callers),
                            prefix))
                    .redirectError(Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all are up, so that they really contend, and has them begin. */
    static void begin(WriterProcess... writers) {
        for (WriterProcess writer : writers) {
            Eventually.until("a writer process is up", () -> writer.ready);
        }
        for (WriterProcess writer : writers) {
            try (OutputStream in = writer.process.getOutputStream()) {
                in.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The index of each event that was acknowledged to a caller. */
    Map<EventKey, Long> acknowledged() {
        return acknowledged;
    }

    /** What was not acknowledged: lines that start with {@code refused} or {@code unknown}. */
    List<String> others() {
        return List.copyOf(others);
    }

    int awaitEnd() throws InterruptedException {
        int exit = process.waitFor();
        listener.join();
        return exit;
    }

    /** SIGKILL. By its handle, as the process itself would close the stream of what it has said and is still to be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().map(line -> line.split(" ")).forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            others.add("the end: " + e.getMessage());
        }
    }

    private void hear(String[] words) {
        if (words[0].equals("ready")) {
            ready = true;
        } else if (words[0].equals("refused") || words[0].equals("unknown")) {
            others.add(String.join(" ", words));
        } else if (words.length == 3) {
            acknowledged.put(new EventKey(words[0], Long.parseLong(words[1])), Long.parseLong(words[2]));
        }
    }
}
