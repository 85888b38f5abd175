package casebook.http.limits;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;

/** Limits that hold in both services, whatever is asked. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitAutoConfiguration {

    @Bean
    RequestRates requestRates(LimitProperties limits) {
        return new RequestRates(limits);
    }

    @Bean
    RateFilter rateFilter(RequestRates rates) {
        return new RateFilter(rates);
    }

    /** A client that stops in the middle of a request, or holds a connection for nothing, is let go. */
    @Bean
    NettyServerCustomizer patience(LimitProperties limits) {
        return server -> server.readTimeout(limits.silence()).idleTimeout(limits.idle());
    }
}
