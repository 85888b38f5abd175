package casebook.command;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes every write: REST, command, aggregate, event, ledger. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommandService {

    /** The name of the service's configuration file: both services may run in one process. */
    public static final String CONFIG_NAME = "command-service";

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service as it is to be run, alone or beside the other one. */
    public static SpringApplication application() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var application = new SpringApplication(CommandService.class);
        application.setDefaultProperties(Map.of("spring.config.name", CONFIG_NAME));
        return application;
    }
}
