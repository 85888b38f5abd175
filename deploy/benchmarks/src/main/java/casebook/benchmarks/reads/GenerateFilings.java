package casebook.benchmarks.reads;

import casebook.events.EventJson;
import casebook.events.StationCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The command line of {@code deploy/samples/generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Writes filings as deploy/load takes them, one a line: the same for the same number in every run.",
            "Beside FILE.ndjson it writes FILE.stations.ndjson, the stations that they name."
        })
public final class GenerateFilings implements Callable<Integer> {

    private static final JsonMapper JSON = EventJson.mapper();

    @Parameters(paramLabel = "FILE", description = "Where they go, without .ndjson.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--incidents", defaultValue = "1000000", description = "How many.")
    private int incidents;

    @Override
    public Integer call() throws IOException {
        write(".stations.ndjson", SampleIncident.stations().stream().map(GenerateFilings::station));
        write(
                ".ndjson",
                IntStream.range(0, incidents).mapToObj(SampleIncident::of).map(GenerateFilings::filing));
        return 0;
    }

    private void write(String extension, Stream<Map<String, Object>> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(file + extension))) {
            for (var line : (Iterable<Map<String, Object>>) lines::iterator) {
                out.write(JSON.writeValueAsString(line));
                out.write('\n');
            }
        }
    }

    static Map<String, Object> station(StationCode code) {
        var province = code.value().substring(0, code.value().lastIndexOf('-'));
        return Map.of("code", code, "name", "Đồn " + code, "province", province, "country", "VN");
    }

    static Map<String, Object> filing(SampleIncident incident) {
        var details = incident.details();
        var filing = new LinkedHashMap<String, Object>();
        filing.put("id", incident.id());
        filing.put("station", incident.station());
        filing.put("category", details.category());
        filing.put("occurredAt", details.occurredAt().toString());
        filing.put("place", details.place());
        filing.put("source", String.valueOf(details.source()));
        filing.put("summary", details.summary());
        filing.put("unnamed", details.unnamed());
        filing.put("vehicleCount", details.vehicleCount());
        filing.put("enterpriseCount", details.enterpriseCount());
        filing.put("seizures", details.seizures());
        return filing;
    }
}
