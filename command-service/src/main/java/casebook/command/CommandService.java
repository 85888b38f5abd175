package casebook.command;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;

/** Takes every write: REST, command, aggregate, event, ledger. Where the reactive driver is present too, it is the query service's. */
@SpringBootApplication(exclude = MongoReactiveAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CommandService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service before it runs; its configuration has a name of its own, so that both services can live in one JVM. */
    public static SpringApplicationBuilder application() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        return new SpringApplicationBuilder(CommandService.class).properties("spring.config.name=command-service");
    }
}
