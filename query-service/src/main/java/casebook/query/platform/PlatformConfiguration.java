package casebook.query.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** How answers are written: absent members left out, decimals in plain notation, times with the offset they were filed with. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    JsonMapperBuilderCustomizer answers() {
        return json -> json.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
