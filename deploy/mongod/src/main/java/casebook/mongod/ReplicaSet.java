package casebook.mongod;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Makes a fresh mongod the primary of a replica set of one, and an old one the primary under its present address. */
record ReplicaSet(MongodCommand command, Process process) {
    static final String NAME = "casebook";

    private static final int INVALID_CONFIG = 93;
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int SERVER_SELECTION_MS = 500;

    void awaitPrimary() {
        // The driver would log each attempt that is refused, with a stack trace.
        Waiting.until(Waiting.START, () -> !process.isAlive() || isListening());
        try (MongoClient client = MongoClients.create(settings())) {
            MongoDatabase admin = client.getDatabase("admin");
            if (!Waiting.until(Waiting.START, () -> !process.isAlive() || isPrimary(admin))) {
                throw new MongodException("mongod did not become primary within " + Waiting.START);
            }
        }
        if (!process.isAlive()) {
            throw new MongodException("mongod ended with exit code " + process.exitValue());
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), command.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString("mongodb://" + command.address() + "/?directConnection=true"))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_MS, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(50, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build();
    }

    private boolean isPrimary(MongoDatabase admin) {
        try {
            if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            admin.runCommand(new Document("replSetGetStatus", 1));
            return false;
        } catch (MongoCommandException e) {
            configure(admin, e);
            return false;
        } catch (MongoException notReadyYet) {
            return false;
        }
    }

    private void configure(MongoDatabase admin, MongoCommandException refusal) {
        switch (refusal.getErrorCode()) {
            case NOT_YET_INITIALIZED -> admin.runCommand(new Document("replSetInitiate", configuration()));
            case INVALID_CONFIG -> moveHere(admin);
            default -> {}
        }
    }

    private Document configuration() {
        return new Document("_id", NAME).append("members", List.of(member()));
    }

    private Document member() {
        return new Document("_id", 0).append("host", command.address());
    }

    /** The stored configuration names the port of an earlier run. There is no majority to ask, so the change is forced. */
    private void moveHere(MongoDatabase admin) {
        Document stored = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
        stored.put("members", List.of(member()));
        admin.runCommand(new Document("replSetReconfig", stored).append("force", true));
    }
}
