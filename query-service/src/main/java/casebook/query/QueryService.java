package casebook.query;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;

/** Answers every read, on port 8081 unless told otherwise. */
@SpringBootApplication(exclude = MongoReactiveAutoConfiguration.class)
public class QueryService {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service before it runs; its configuration has a name of its own, so that both services can live in one JVM. */
    public static SpringApplicationBuilder application() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new SpringApplicationBuilder(QueryService.class).properties("spring.config.name=query-service");
    }
}
