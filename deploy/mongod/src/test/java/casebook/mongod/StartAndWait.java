package casebook.mongod;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;

/** A program that starts a mongod, writes one note, prints the mongod's pid and waits to be killed. */
final class StartAndWait {
    static final int WRITTEN = 7;

    private StartAndWait() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalMongod mongod = LocalMongod.start(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(mongod::close));
        try (MongoClient client = MongoClients.create(mongod.connectionString())) {
            LocalMongodTest.notes(client).insertOne(new Document("_id", WRITTEN));
        }
        System.out.println("pid " + mongod.pid());
        new CountDownLatch(1).await();
    }

    static Process inAnotherJvm(Path data) throws IOException {
        return AnotherJvm.start(StartAndWait.class, data);
    }

    static long pidOfMongod(Process program) {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        return output.lines()
                .filter(line -> line.startsWith("pid "))
                .map(line -> Long.valueOf(line.substring(4)))
                .findFirst()
                .orElseThrow();
    }
}
