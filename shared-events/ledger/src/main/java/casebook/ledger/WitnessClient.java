package casebook.ledger;

import casebook.transparency.AddCheckpoint;
import casebook.transparency.Malformed;
import casebook.transparency.WitnessAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** Speaks C2SP {@code tlog-witness} with one witness. */
final class WitnessClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_ANSWER = 64 * 1024;

    private final HttpClient http;
    private final URI address;

    /** Redirects are not followed: a witness is where it is configured. */
    WitnessClient(URI prefix) {
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        this.address = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
    }

    /**
     * Asks for a cosignature.
     *
     * @throws IOException if there is no answer, or one that is too long
     * @throws Malformed if the answer is not what it says that it is
     */
    WitnessAnswer add(AddCheckpoint request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .POST(BodyPublishers.ofString(request.toString()))
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        return WitnessAnswer.parse(
                response.statusCode(), mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), response.body());
    }
}
