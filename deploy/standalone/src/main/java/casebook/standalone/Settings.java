package casebook.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the environment says of the standalone.
 *
 * @param data the folder that holds everything which must outlive the program
 * @param address the address that both services listen on
 * @param origin the name of the log, by which its signing key is named too
 */
record Settings(int commandPort, int queryPort, Path data, String database, String address, String origin) {

    static Settings of(Map<String, String> environment, Path home) {
        return new Settings(
                Integer.parseInt(environment.getOrDefault("CASEBOOK_COMMAND_PORT", "8080")),
                Integer.parseInt(environment.getOrDefault("CASEBOOK_QUERY_PORT", "8081")),
                data(environment, home),
                environment.getOrDefault("CASEBOOK_DATABASE", "casebook"),
                environment.getOrDefault("CASEBOOK_ADDRESS", "127.0.0.1"),
                environment.getOrDefault("CASEBOOK_LEDGER_ORIGIN", "casebook.example/ledger"));
    }

    private static Path data(Map<String, String> environment, Path home) {
        if (environment.containsKey("CASEBOOK_DATA")) {
            return Path.of(environment.get("CASEBOOK_DATA")).toAbsolutePath();
        }
        var shared = environment.containsKey("XDG_DATA_HOME")
                ? Path.of(environment.get("XDG_DATA_HOME"))
                : home.resolve(".local").resolve("share");
        return shared.resolve("casebook");
    }
}
