package casebook.standalone;

import casebook.http.PublicPaths;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The demo issuer, a part of the command service in the standalone and nowhere else. */
@Configuration(proxyBeanMethods = false)
@Import(DemoTokenController.class)
class DemoIssuer {

    @Bean
    DemoTokens demoTokens(DemoKey key, Clock clock) {
        return new DemoTokens(key, clock);
    }

    @Bean
    PublicPaths demoPath() {
        return new PublicPaths(List.of(DemoTokenController.PATH));
    }
}
