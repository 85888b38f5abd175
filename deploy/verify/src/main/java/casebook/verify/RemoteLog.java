package casebook.verify;

import casebook.transparency.EntryBundle;
import casebook.transparency.HashTile;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.TileAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A running log, read by C2SP {@code tlog-tiles}. Its checkpoint and hashes need no token, its entries do. What cannot be
 * reached is an {@link UncheckedIOException}.
 */
final class RemoteLog {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String prefix;

    /** A log whose checkpoint and tiles are below this URL. */
    RemoteLog(URI prefix) {
        this.prefix = prefix.toString().replaceAll("/+$", "") + "/";
    }

    SignedCheckpoint checkpoint() {
        return parse("checkpoint", body(send(request("checkpoint"))), SignedCheckpoint::parse);
    }

    /** A tile of exactly the width asked for. */
    HashTile tile(TileAddress.OfHashes address) {
        HashTile tile = parse(address.path(), bytes(address, ""), HashTile::parse);
        return new HashTile(cut(address, tile.hashes()));
    }

    /** As many entries as asked for. */
    List<byte[]> entries(TileAddress.OfEntries address, String token) {
        EntryBundle bundle = parse(address.path(), bytes(address, token), EntryBundle::parse);
        return cut(address, bundle.entries());
    }

    /** A partial tile need not be there any more when its full one is. */
    private byte[] bytes(TileAddress address, String token) {
        HttpResponse<byte[]> response = send(authorized(request(address.path()), token));
        return response.statusCode() == NOT_FOUND && address.isPartial()
                ? bytes(address.withWidth(TileAddress.FULL), token)
                : body(response);
    }

    private static <T> List<T> cut(TileAddress address, List<T> content) {
        if (content.size() < address.width()) {
            throw Wrong.Kind.MISSING.with(
                    "%s has %d of %d.".formatted(address.path(), content.size(), address.width()));
        }
        return content.subList(0, address.width());
    }

    private static <T> T parse(String path, byte[] bytes, Function<byte[], T> parser) {
        return Wrong.unlessMalformed(path, () -> parser.apply(bytes));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE);
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static byte[] body(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            throw new UncheckedIOException(
                    new IOException("%s answers %d".formatted(response.uri(), response.statusCode())));
        }
        return response.body();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted"));
        }
    }
}
