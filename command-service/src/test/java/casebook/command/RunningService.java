package casebook.command;

import casebook.command.handling.Terms;
import casebook.command.station.StationRegister;
import casebook.events.Category;
import casebook.events.CountryCode;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The command service on a free port, with a real MongoDB and tokens of a key of its own. One for all tests; each test uses ids of its own. */
final class RunningService {

    /** The category of which deadlines pass while tests wait; of the others none does. */
    static final Category DEADLINES_OF = Category.ILLEGAL_FISHING;

    private static final RSAKey KEY = key();
    private static final String DATABASE = "command-" + UUID.randomUUID();
    private static final ConfigurableApplicationContext CONTEXT = start();

    private RunningService() {}

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static <T> T bean(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    static MongoDatabase database() {
        return bean(MongoClient.class).getDatabase(DATABASE);
    }

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port(CONTEXT) + path);
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ConfigurableApplicationContext start() {
        var context = CommandService.application()
                .sources(Tokens.class)
                // The shared mongod would be gone before the service could stop.
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.mongodb.uri=" + SharedMongod.connectionString(),
                        "--casebook.database=" + DATABASE,
                        "--casebook.ledger.checkpoints.required=false",
                        "--casebook.attachments.limit=3MB",
                        "--casebook.attachments.every=100ms",
                        "--casebook.attachments.recheck=200ms",
                        "--casebook.deadlines.every=200ms",
                        "--casebook.deadlines.allowed.FIRST_REPORT=100000d",
                        "--casebook.deadlines.by-category." + DEADLINES_OF + ".FIRST_REPORT=24h",
                        "--casebook.deadlines.by-category." + DEADLINES_OF + ".FOLLOW_UP=2s",
                        "--casebook.deadlines.by-category." + DEADLINES_OF + ".ACCEPTANCE=2s",
                        "--casebook.deadlines.by-category." + DEADLINES_OF + ".RESOLUTION=2s",
                        "--casebook.personal-data.master-key=" + MasterKey.generate());
        registerStations(context);
        return context;
    }

    private static void registerStations(ConfigurableApplicationContext context) {
        var caller = new Caller("admin", "Admin", Set.of(Role.ADMIN), null, null);
        for (var code : List.of("VN-09-TAN-THANH", "VN-09-CHI-MA", "VN-22-NAM-CAN")) {
            var details = new StationDetails(code, new ProvinceCode(code.substring(0, 5)), new CountryCode("VN"), null);
            context.getBean(StationRegister.class).put(new StationCode(code), details, Terms.of(caller));
        }
    }

    static String token(Role role, @Nullable String station, @Nullable String province) {
        return token(List.of(role.name()), station, province);
    }

    static String token(List<String> roles, @Nullable String station, @Nullable String province) {
        return token("Officer " + roles, roles, station, province);
    }

    static String token(String name, List<String> roles, @Nullable String station, @Nullable String province) {
        var claims = new JWTClaimsSet.Builder()
                .subject("officer")
                .claim("name", name)
                .claim("roles", roles)
                .claim("station", station)
                .claim("province", province)
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                .build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No {@code @Configuration}, which every other context of the tests would find. */
    static class Tokens {
        @Bean
        ReactiveJwtDecoder decoder() throws JOSEException {
            return NimbusReactiveJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        }
    }
}
