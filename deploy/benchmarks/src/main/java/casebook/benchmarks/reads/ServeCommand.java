package casebook.benchmarks.reads;

import casebook.command.CommandService;
import casebook.events.DeadlineKind;
import casebook.personaldata.MasterKey;
import casebook.query.QueryService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one of the services for {@link ServiceProcess}: prints its port, and ends when nobody holds its standard input any more. */
@Command(name = "serve", hidden = true)
public final class ServeCommand implements Callable<Integer> {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0")
    @SuppressWarnings("NullAway.Init")
    private ServiceKind kind;

    @Option(names = "--mongo", required = true)
    @SuppressWarnings("NullAway.Init")
    private String mongo;

    @Option(names = "--database", required = true)
    @SuppressWarnings("NullAway.Init")
    private String database;

    @Override
    public Integer call() throws IOException {
        try (var context = application()
                .sources(NamedRoles.class)
                .registerShutdownHook(false)
                .run(arguments().toArray(String[]::new))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(context.getEnvironment().getRequiredProperty("local.server.port"));
            out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
            Thread.ofPlatform().daemon().start(ServeCommand::haltLater);
        }
        return 0;
    }

    /** Where mongod is gone already, as after Ctrl-C, a service would try for minutes to end well. */
    private static void haltLater() {
        LockSupport.parkNanos(PATIENCE_NANOS);
        Runtime.getRuntime().halt(1);
    }

    private SpringApplicationBuilder application() {
        return switch (kind) {
            case COMMAND -> CommandService.application();
            case QUERY -> QueryService.application();
        };
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.mongodb.uri=" + mongo,
                "--casebook.database=" + database,
                "--casebook.personal-data.master-key=" + MasterKey.generate(),
                "--logging.level.root=ERROR"));
        switch (kind) {
            // What a rebuild replaced is not to be there any more when the next one is measured.
            case QUERY -> arguments.add("--casebook.projections.keep-retired=1s");
            // Sample incidents were filed years ago: everything about them would be overdue at once.
            case COMMAND -> {
                arguments.add("--casebook.ledger.checkpoints.required=false");
                arguments.add("--logging.level.casebook.ledger.LedgerAutoConfiguration=OFF");
                Arrays.stream(DeadlineKind.values())
                        .forEach(kind -> arguments.add("--casebook.deadlines.allowed." + kind + "=36500d"));
            }
        }
        return arguments;
    }
}
