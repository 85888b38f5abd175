package casebook.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium as the distribution packages it; installed by its package where it is missing and may be. */
final class Chromium {

    private Chromium() {}

    static Path executable() {
        return installed().orElseGet(() -> {
            install("apt-get", "update", "-q");
            install("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
            return installed().orElseThrow(() -> new IllegalStateException("Install Chromium to test the pages"));
        });
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void install(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Install Chromium to test the pages", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
