package casebook.benchmarks.reads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service in a process of its own, so that its memory is told from that of who asks, on a port of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String PROGRAM = "casebook.benchmarks.Benchmark";
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param heap as Java takes it, such as {@code 1g} */
    static ServiceProcess start(ServiceKind kind, String mongo, String database, String heap) {
        try {
            var process = new ProcessBuilder(line(kind, mongo, database, heap))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (port == null) {
                throw new IllegalStateException("The " + kind + " service did not start");
            }
            return new ServiceProcess(process, Integer.parseInt(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> line(ServiceKind kind, String mongo, String database, String heap) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseCompactObjectHeaders"));
        line.add("-Daxoniq.update-checker.disabled=true");
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main()));
        line.addAll(List.of("serve", kind.name(), "--mongo=" + mongo, "--database=" + database));
        return line;
    }

    /** In the jar with all that it needs, classes are found by its own launcher. */
    private static String main() {
        try {
            return Class.forName(LAUNCHER).getName();
        } catch (ClassNotFoundException fromFolders) {
            return PROGRAM;
        }
    }

    int port() {
        return port;
    }

    /** What the process occupies of the machine's memory, now and at most so far, in MB. */
    String memory() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            var sizes = status.filter(line -> line.startsWith("VmRSS:") || line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .sorted()
                    .toList();
            return String.format(Locale.ROOT, "%,d MB resident, %,d at most", sizes.getFirst(), sizes.getLast());
        } catch (IOException elsewhere) {
            return "resident size unknown";
        }
    }

    /** A clean stop; by force only if the process does not follow. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
