package casebook.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.http.ProblemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;

class RequestRatesTest {

    private static final Duration ANY = Duration.ofSeconds(1);

    @Test
    void strangersAreCountedByTheAddressTheyComeFrom() {
        var rates = new RequestRates(new LimitProperties(1, 3, ANY, ANY));
        for (int n = 0; n < 3; n++) {
            rates.countStranger(from("192.0.2.1"));
        }
        assertThatThrownBy(() -> rates.countStranger(from("192.0.2.1")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().extensions()).containsEntry("retryAfter", 1));
        assertThatCode(() -> rates.countStranger(from("192.0.2.2"))).doesNotThrowAnyException();
    }

    @Test
    void withoutALimitNobodyIsCounted() {
        var rates = new RequestRates(new LimitProperties(0, 1, ANY, ANY));
        assertThatCode(() -> {
                    for (int n = 0; n < 100; n++) {
                        rates.countStranger(from("192.0.2.1"));
                    }
                })
                .doesNotThrowAnyException();
    }

    private static ServerWebExchange from(String address) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(address, 40_000)));
    }
}
