package casebook.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A line to the command service that breaks while somebody files over it. */
final class BadLine {

    private final int port;
    private final Officer officer;

    BadLine(RunningStandalone casebook, Officer officer) {
        this.port = casebook.commandPort;
        this.officer = officer;
    }

    /** Sends so much of a filing, from 0 to 1, and breaks before anything is answered. */
    void file(Object filing, double share) throws IOException {
        var body = Officer.json(filing).getBytes(UTF_8);
        var head = """
                POST /api/v1/incidents HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(officer.token(), body.length);
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.getOutputStream().write(head.getBytes(UTF_8));
            line.getOutputStream().write(body, 0, (int) (share * body.length));
        }
    }
}
