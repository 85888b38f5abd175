package casebook.mongod;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line of a mongod of ours. */
record MongodCommand(List<String> line, int port) {

    /**
     * How much of the cache may wait for a checkpoint. With WiredTiger's own 5 % and 20 % it writes the pages of large indexes again and again, and reads them back,
     * while read models are filled: two thirds of mongod's processor time, at half the rate.
     */
    private static final String EVICTION =
            "eviction_dirty_target=50,eviction_dirty_trigger=70,eviction_updates_target=25,eviction_updates_trigger=35";

    static MongodCommand of(Path binary, Path folder, int port, String... extraArguments) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("--wiredTigerCacheSizeGB", "0.5");
        defaults.put("--wiredTigerEngineConfigString", EVICTION);
        defaults.put("--logpath", folder.resolve(DataFolder.LOG).toString());
        List<String> line = new ArrayList<>();
        // In a session of its own, Ctrl-C at the terminal does not reach mongod before the services have stopped.
        OnPath.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(List.of(binary.toString(), "--dbpath", folder.toString()));
        line.addAll(List.of("--bind_ip", "127.0.0.1", "--port", Integer.toString(port), "--nounixsocket"));
        line.addAll(List.of("--replSet", ReplicaSet.NAME, "--logappend", "--quiet"));
        line.addAll(List.of("--setParameter", "diagnosticDataCollectionEnabled=false"));
        line.addAll(List.of("--setParameter", "shutdownTimeoutMillisForSignaledShutdown=100"));
        List<String> extra = Arrays.asList(extraArguments);
        defaults.forEach((name, value) -> {
            if (extra.stream().noneMatch(argument -> argument.equals(name) || argument.startsWith(name + "="))) {
                line.addAll(List.of(name, value));
            }
        });
        line.addAll(extra);
        return new MongodCommand(List.copyOf(line), port);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    Process launch(DataFolder folder) {
        File output = folder.path().resolve(DataFolder.OUTPUT).toFile();
        try {
            return new ProcessBuilder(line)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            throw new MongodException("Could not start " + line.getFirst() + ": " + e.getMessage(), e);
        }
    }
}
