package casebook.query.stream.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A listener with little room for what it does not read. */
final class RawListener implements AutoCloseable {

    private static final int RECEIVE_BUFFER_BYTES = 4 << 10;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final BufferedReader lines;

    RawListener(URI stream, String token, long after) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
        var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nLast-Event-ID: %d\r\n\r\n"
                .formatted(stream.getPath(), token, after);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 256);
    }

    /** The port by which the service knows it. */
    int port() {
        return socket.getLocalPort();
    }

    /** The first line of the answer. */
    String status() throws IOException {
        return lines.readLine();
    }

    /** Reads to the end, or to where the connection was cut. */
    List<String> rest() {
        var read = new ArrayList<String>();
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(line);
            }
        } catch (IOException cut) {
            read.add("cut");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
