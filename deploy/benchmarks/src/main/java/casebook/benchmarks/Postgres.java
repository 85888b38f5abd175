package casebook.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** A PostgreSQL of our own that is durable. Its library runs it in a user namespace where this program is root's. */
final class Postgres implements AutoCloseable {

    /** As many as there are callers at most. */
    private static final int CONNECTIONS = 64;

    private final EmbeddedPostgres server;
    private final long pid;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    /**
     * @param folder where it keeps its programs and its data, which are not deleted
     * @param cacheMegabytes of shared buffers
     */
    Postgres(Path folder, int cacheMegabytes) {
        Path data = folder.resolve("postgres");
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-programs").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    // The library's defaults are for tests, which forget what was committed.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", cacheMegabytes + "MB")
                    .start();
            pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return pid;
    }

    /** A database, with its connections; made when it is first asked for. */
    DataSource database(String name) {
        return pools.computeIfAbsent(name, this::create);
    }

    String description() {
        return "PostgreSQL " + setting("server_version") + ", fsync " + setting("fsync") + ", synchronous_commit "
                + setting("synchronous_commit");
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HikariDataSource create(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getDatabase("postgres", name));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private String setting(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
