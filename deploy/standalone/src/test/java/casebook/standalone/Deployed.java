package casebook.standalone;

import casebook.command.CommandService;
import casebook.ledger.SigningKey;
import casebook.mongod.LocalMongod;
import casebook.personaldata.MasterKey;
import casebook.query.QueryService;
import casebook.transparency.SignerKey;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/**
 * Both services in this JVM with the environment that deploy/compose gives them, at a MongoDB that runs with the options which stand there:
 * it asks who comes and speaks TLS, and each service is the user of its own role. Only tokens are the demo issuer's.
 */
final class Deployed implements AutoCloseable {

    private static final Path DEPLOY = RunningStandalone.ROOT.resolve("deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)[^}]*}");
    private static final String PASSWORD = "secret";

    private final Path folder;
    private final Map<String, Object> compose =
            new Yaml().load(Files.readString(DEPLOY.resolve("compose/compose.yaml")));
    private final Map<String, String> variables = new HashMap<>();
    private final LocalMongod mongod;
    private final DataFolder data;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;

    private Deployed(Path folder, List<String> settings) throws IOException, InterruptedException {
        this.folder = folder;
        this.mongod = mongod();
        this.data = DataFolder.open(folder.resolve("demo"));
        secrets();
        command = start("command", CommandService.application().sources(DemoIssuer.class, DemoDecoder.class), settings);
        query = start("query", QueryService.application().sources(DemoDecoder.class), settings);
    }

    /** @param settings further arguments of both services */
    static Deployed start(Path folder, List<String> settings) throws IOException, InterruptedException {
        return new Deployed(folder, settings);
    }

    Officer admin() throws IOException, InterruptedException {
        return Officer.admin(port(command), port(query));
    }

    int commandPort() {
        return port(command);
    }

    int queryPort() {
        return port(query);
    }

    /** The client with which the command service works, with all its rights and no others. */
    MongoClient asCommandService() {
        return command.getBean(MongoClient.class);
    }

    MongoClient asQueryService() {
        return query.getBean(MongoClient.class);
    }

    /** What both services have logged, which they do to one file. */
    String log() throws IOException {
        return Files.readString(folder.resolve("casebook.log"));
    }

    @Override
    public void close() throws IOException {
        query.close();
        command.close();
        mongod.close();
        data.close();
    }

    /** Roles, users and indexes are made while it asks nobody. */
    private LocalMongod mongod() throws IOException, InterruptedException {
        int port;
        try (var open = LocalMongod.start(folder.resolve("mongodb"));
                var client = MongoClients.create(open.connectionString())) {
            port = open.port();
            for (var role : listed("roles.json")) {
                var name = role.getString("createRole");
                client.getDatabase("admin").runCommand(role);
                client.getDatabase("admin")
                        .runCommand(new Document("createUser", name)
                                .append("pwd", PASSWORD)
                                .append("roles", List.of(name)));
            }
            for (var indexes : listed("indexes.json")) {
                client.getDatabase((String) indexes.remove("database")).runCommand(indexes);
            }
        }
        certify();
        return LocalMongod.start(folder.resolve("mongodb"), port, options());
    }

    private static List<Document> listed(String file) throws IOException {
        return Document.parse(
                        "{\"all\":" + Files.readString(DEPLOY.resolve("mongodb").resolve(file)) + "}")
                .getList("all", Document.class);
    }

    private void certify() throws IOException, InterruptedException {
        var made = folder.resolve("secrets");
        var script = new ProcessBuilder(DEPLOY.resolve("mongodb/certificates").toString(), made.toString(), "127.0.0.1")
                .inheritIO()
                .start();
        if (script.waitFor() != 0) {
            throw new IllegalStateException("No certificates");
        }
        Files.move(made.resolve("mongod.pem"), made.resolve("mongo-certificate"));
        Files.move(made.resolve("ca.pem"), made.resolve("mongo-ca"));
        Files.move(made.resolve("members.key"), made.resolve("mongo-key"));
    }

    /** Of the options those that are about who may come; TLS is not demanded, as whoever starts this mongod looks without it whether it is there. */
    private String[] options() {
        var line = (List<?>) service("mongo").get("command");
        return line.stream()
                .map(option -> here(String.valueOf(option)))
                .filter(option -> Stream.of("--auth", "--keyFile", "--tls").anyMatch(option::startsWith))
                .map(option -> option.replace("requireTLS", "preferTLS"))
                .toArray(String[]::new);
    }

    private void secrets() throws IOException {
        var secrets = folder.resolve("secrets");
        variables.put("CASEBOOK_COMMAND_PASSWORD", PASSWORD);
        variables.put("CASEBOOK_QUERY_PASSWORD", PASSWORD);
        variables.put("CASEBOOK_JWT_ISSUER", DemoTokens.ISSUER);
        variables.put("CASEBOOK_JWT_AUDIENCE", "casebook");
        variables.put("CASEBOOK_PUBLIC_KEYS", key("casebook.example/ledger", secrets.resolve("signing-key")));
        variables.put("CASEBOOK_ACCESS_PUBLIC_KEYS", key("casebook.example/access", secrets.resolve("access-key")));
        Files.writeString(secrets.resolve("master-key"), MasterKey.generate());
    }

    private static String key(String origin, Path file) throws IOException {
        var key = SigningKey.generate(origin).strip();
        Files.writeString(file, key);
        return SignerKey.parse(key).verifier().toString();
    }

    private ConfigurableApplicationContext start(
            String service, SpringApplicationBuilder application, List<String> settings) throws IOException {
        var given = new HashMap<String, Object>();
        ((Map<?, ?>) service(service).get("environment"))
                .forEach((name, value) -> given.put(String.valueOf(name), here(String.valueOf(value))));
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("compose-systemEnvironment", given));
        var key = DemoKey.in(data);
        var arguments = Stream.concat(
                settings.stream(),
                Stream.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.file.name=" + folder.resolve("casebook.log")));
        return application
                .environment(environment)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("demoKey", key))
                .run(arguments.toArray(String[]::new));
    }

    private Map<?, ?> service(String name) {
        return (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(name);
    }

    /** What stands in the file, for this folder and this MongoDB. */
    private String here(String value) {
        return VARIABLE.matcher(value)
                .replaceAll(variable -> Objects.requireNonNull(variables.get(variable.group(1)), variable.group(1)))
                .replace("mongo:27017", "127.0.0.1:" + (mongod == null ? "" : mongod.port()))
                .replace("/run/secrets", folder.resolve("secrets").toString())
                .replace("/var/lib/casebook", folder.toString());
    }

    private static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
    }
}
