package casebook.command.deadline;

import casebook.command.CommandService;
import casebook.command.following.Following;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.command.incident.IncidentDesk;
import casebook.command.station.StationRegister;
import casebook.events.CountryCode;
import casebook.events.DeadlineKind;
import casebook.events.DeadlineMissed;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.ledger.LedgerReader;
import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command service in a process that may die at once. Arguments: after how many recorded breaches it dies, before any of them is marked (0: never); how
 * many late reports it files; options of the service.
 */
final class BreachingProgram {

    private static final StationCode STATION = new StationCode("VN-09-TAN-THANH");
    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");

    private BreachingProgram() {}

    public static void main(String[] arguments) {
        System.setProperty("dies.after", arguments[0]);
        var options = Arrays.copyOfRange(arguments, 2, arguments.length);
        try (var service = CommandService.application().sources(Deadly.class).run(options)) {
            file(Integer.parseInt(arguments[1]), service);
            awaitEnd(service);
            replay(service);
            awaitEnd(service);
        }
        System.exit(0);
    }

    private static void file(int reports, ConfigurableApplicationContext service) {
        if (reports > 0) {
            var admin = Terms.of(new Caller("admin", "Admin", Set.of(Role.ADMIN), null, null));
            service.getBean(StationRegister.class)
                    .put(STATION, new StationDetails("Tân Thanh", PROVINCE, new CountryCode("VN"), null), admin);
        }
        var station = Terms.of(new Caller("officer", "Officer", Set.of(Role.STATION), STATION, null));
        for (int report = 0; report < reports; report++) {
            var filing = """
                    {"id": "%s", "station": "VN-09-TAN-THANH", "category": "OTHER",
                     "occurredAt": "2021-05-06T07:08:00+07:00", "summary": "late"}
                    """.formatted(UUID.randomUUID());
            service.getBean(IncidentDesk.class).file(new JsonMapper().readTree(filing), true, station);
        }
    }

    /** All events once more. */
    private static void replay(ConfigurableApplicationContext service) {
        var following = service.getBean("deadlineFollowing", Following.class);
        var database = service.getBean(MongoClient.class)
                .getDatabase(service.getEnvironment().getRequiredProperty("casebook.database"));
        following.stop();
        database.getCollection("command_tokens").drop();
        following.start();
    }

    /** Until all that was filed is a breach, and all breaches have come back. */
    private static void awaitEnd(ConfigurableApplicationContext service) {
        var following = service.getBean("deadlineFollowing", Following.class);
        var deadlines = service.getBean(OpenDeadlines.class);
        var ledger = service.getBean(LedgerReader.class);
        while (following.position() < ledger.position()
                || deadlines.countDue(DeadlineKind.FIRST_REPORT, Instant.now()) > 0) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** No {@code @Configuration}, which every other context of the tests would find. */
    static class Deadly {

        private final AtomicInteger left = new AtomicInteger(Integer.getInteger("dies.after"));

        /** Dies as by SIGKILL: nothing that is under way is brought to an end. */
        @Bean
        @Primary
        Breaches deadly(RecordedBreaches breaches) {
            return (DeadlineMissed breach) -> {
                var outcome = breaches.put(breach);
                if (outcome instanceof Outcome.Recorded && left.decrementAndGet() == 0) {
                    Runtime.getRuntime().halt(137);
                }
                return outcome;
            };
        }

        @Bean
        ReactiveJwtDecoder nobody() {
            return token -> Mono.empty();
        }
    }
}
