package casebook.loader;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * The command service's side of the contract, with a memory instead of a ledger. A line that contains {@code bad} is rejected. Each
 * batch request plays the next {@link Act} of the script, and is answered in full once the script is over.
 */
final class ScriptedService implements AutoCloseable {
    /** What happens to a batch after {@code results} results. */
    record Act(Ending ending, int results) {}

    enum Ending {
        REFUSED_503,
        REFUSED_401,
        CONNECTION_CUT,
        ANSWER_ENDS,
        SILENCE
    }

    final Set<String> filed = new HashSet<>();
    final Map<String, String> stations = new TreeMap<>();
    final List<String> contentTypes = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final CountDownLatch silent = new CountDownLatch(1);
    private final Deque<Act> script = new ArrayDeque<>();
    private final HttpServer server;
    private int issued;

    ScriptedService(Act... acts) throws IOException {
        script.addAll(List.of(acts));
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/demo/token", this::issueToken);
        server.createContext("/api/v1/stations/", this::putStation);
        server.createContext("/api/v1/incidents/batch", this::batch);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void issueToken(HttpExchange exchange) throws IOException {
        issued++;
        answer(
                exchange,
                200,
                "{\"access_token\":\"demo-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}".formatted(issued));
    }

    private void putStation(HttpExchange exchange) throws IOException {
        String code = exchange.getRequestURI().getPath().substring("/api/v1/stations/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.contains("bad")) {
            answer(exchange, 400, "{\"title\":\"Invalid\"}");
        } else {
            answer(exchange, stations.put(code, body) == null ? 201 : 200, "{}");
        }
    }

    private void batch(HttpExchange exchange) throws IOException {
        contentTypes.add(exchange.getRequestHeaders().getFirst("Content-Type"));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Act act = script.isEmpty() ? new Act(Ending.ANSWER_ENDS, Integer.MAX_VALUE) : script.pop();
        switch (act.ending()) {
            case REFUSED_503 -> refuse(exchange, 503);
            case REFUSED_401 -> refuse(exchange, 401);
            default -> stream(exchange, act);
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, status, "{\"status\":%d}".formatted(status));
    }

    private void stream(HttpExchange exchange, Act act) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        boolean csv = "text/csv".equals(contentTypes.getLast());
        BufferedReader in =
                new BufferedReader(new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8));
        OutputStream out = exchange.getResponseBody();
        int line = 0;
        int results = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            if (text.isBlank() || (csv && line == 1)) {
                continue;
            }
            if (results++ < act.results()) {
                out.write(result(line, text).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } else {
                interrupt(act.ending());
            }
        }
        out.close();
    }

    /** For an answer that ends early the rest is read and not answered. */
    private void interrupt(Ending ending) throws IOException {
        if (ending == Ending.CONNECTION_CUT) {
            throw new IOException("cut");
        }
        if (ending == Ending.SILENCE) {
            silent.countDown();
            LockSupport.park();
        }
    }

    private String result(int line, String text) {
        if (text.contains("bad")) {
            return "{\"line\":%d,\"outcome\":\"REJECTED\",\"problem\":{\"status\":400,\"title\":\"Invalid\"}}\n"
                    .formatted(line);
        }
        String outcome = filed.add(text) ? "FILED" : "DUPLICATE";
        return "{\"line\":%d,\"id\":\"x\",\"number\":\"S-2020-%d\",\"outcome\":\"%s\",\"position\":%d}\n"
                .formatted(line, line, outcome, filed.size());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
