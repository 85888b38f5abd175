package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.EntryBundle;
import casebook.transparency.HashTile;
import casebook.transparency.TileAddress;
import casebook.transparency.TreeTiles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves a ledger by C2SP tlog-tiles on the loopback; each answer can be replaced by another one. */
final class LogServer implements AutoCloseable {

    static final String TOKEN = "auditor";

    private final HttpServer server;
    private final Map<String, byte[]> answers = new HashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    LogServer(SampleLedger ledger) throws IOException {
        answers.put("checkpoint", ledger.checkpoint().toString().getBytes(UTF_8));
        TreeTiles tiles = new TreeTiles(this::put);
        ledger.leaves().forEach(tiles::append);
        tiles.partial(this::put);
        for (int begin = 0; begin < ledger.lines().size(); begin += TileAddress.FULL) {
            List<byte[]> entries = new ArrayList<>();
            for (int i = begin;
                    i < Math.min(begin + TileAddress.FULL, ledger.lines().size());
                    i++) {
                entries.add(ledger.lines().get(i).getBytes(UTF_8));
            }
            answers.put(
                    new TileAddress.OfEntries(begin / TileAddress.FULL, entries.size()).path(),
                    new EntryBundle(entries).toBytes());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/log");
    }

    void replace(String path, byte[] answer) {
        answers.put(path, answer);
    }

    void remove(String path) {
        answers.remove(path);
    }

    HashTile tile(String path) {
        return HashTile.parse(answers.get(path));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void put(TileAddress.OfHashes address, HashTile tile) {
        answers.put(address.path(), tile.toBytes());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/log/".length());
        requests.add(path);
        byte[] answer = answers.get(path);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        int status = 200;
        if (path.startsWith("tile/entries/") != ("Bearer " + TOKEN).equals(authorization)) {
            status = 401;
        } else if (answer == null) {
            status = 404;
        }
        exchange.sendResponseHeaders(status, status == 200 ? answer.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }
}
