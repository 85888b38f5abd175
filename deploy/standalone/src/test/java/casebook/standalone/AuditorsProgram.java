package casebook.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What {@code deploy/verify} says, run as an auditor does. */
record AuditorsProgram(int exitCode, String output) {

    static AuditorsProgram run(String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                        Stream.of(java, "-XX:TieredStopAtLevel=1", "-jar", jar().toString()), Stream.of(arguments))
                .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        return new AuditorsProgram(process.waitFor(), output);
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(RunningStandalone.ROOT.resolve("deploy/verify/target"))) {
            var jars =
                    files.filter(file -> file.toString().endsWith("-exec.jar")).toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("One program was to be built, and there are " + jars);
            }
            return jars.getFirst();
        }
    }
}
