package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.AddCheckpoint;
import casebook.transparency.Checkpoint;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import casebook.transparency.VerifiedSignature;
import casebook.transparency.VerifierKey;
import casebook.transparency.WitnessAnswer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A witness by C2SP {@code tlog-witness}: it cosigns what the log signed and what extends all that it cosigned before. */
final class HttpWitness implements AutoCloseable {

    /** The status of every answer, the oldest first. */
    final List<Integer> answers = new CopyOnWriteArrayList<>();

    private final SignerKey key;
    private final VerifierKey log;
    private final HttpServer server;
    private Checkpoint newest = new Checkpoint(TestLog.ORIGIN, 0, Hash.ofEmptyTree());

    private HttpWitness(SignerKey key, VerifierKey log, int port) throws IOException {
        this.key = key;
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/w/add-checkpoint", this::answer);
        server.start();
    }

    static HttpWitness of(VerifierKey log) throws IOException {
        return new HttpWitness(TestLog.key("witness.example/w", SignatureType.COSIGNATURE), log, 0);
    }

    /** The same witness at the same place, which has forgotten what it cosigned. */
    HttpWitness restart() throws IOException {
        close();
        return new HttpWitness(key, log, server.getAddress().getPort());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w/");
    }

    VerifierKey verifier() {
        return key.verifier();
    }

    /** As a log's configuration names it. */
    LogProperties.Witness configured() {
        return new LogProperties.Witness(url(), key.verifier().toString());
    }

    /** Whether a checkpoint is signed by its log and by this witness. */
    boolean hasCosigned(SignedCheckpoint checkpoint) {
        return checkpoint.check(List.of(log, key.verifier()))
                        instanceof NoteCheck.Verified(List<VerifiedSignature> signatures)
                && signatures.size() == 2;
    }

    synchronized Checkpoint newest() {
        return newest;
    }

    /** Has it begin with what another process of the log had cosigned. */
    synchronized void knows(Checkpoint checkpoint) {
        newest = checkpoint;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        AddCheckpoint request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
        Checkpoint checkpoint = request.checkpoint().checkpoint();
        if (!(request.checkpoint().check(List.of(log)) instanceof NoteCheck.Verified)) {
            send(exchange, 403, "text/plain", "");
        } else if (request.oldSize() != newest.size()) {
            send(exchange, 409, WitnessAnswer.SIZE_MEDIA_TYPE, newest.size() + "\n");
        } else if (!isExtended(request, checkpoint)) {
            send(exchange, 422, "text/plain", "");
        } else {
            newest = checkpoint;
            send(
                    exchange,
                    200,
                    "text/plain",
                    key.cosign(checkpoint.toString(), Instant.ofEpochSecond(1_800_000_000)) + "\n");
        }
    }

    private boolean isExtended(AddCheckpoint request, Checkpoint checkpoint) {
        return newest.size() == 0
                ? request.consistency().isEmpty()
                : new ConsistencyProof(newest.size(), checkpoint.size(), request.consistency())
                        .check(newest.root(), checkpoint.root())
                        .holds();
    }

    private void send(HttpExchange exchange, int status, String mediaType, String text) throws IOException {
        answers.add(status);
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
