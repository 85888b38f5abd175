package casebook.query.audit.web;

import casebook.http.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the log needs no token: witnesses send none. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    PublicPaths hashesOfTheLog() {
        return new PublicPaths(List.of("/checkpoint", "/tile/{level:(?!entries$).+}/**"));
    }
}
