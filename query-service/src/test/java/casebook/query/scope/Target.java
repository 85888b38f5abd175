package casebook.query.scope;

import casebook.events.CaseId;
import casebook.events.ExhibitId;
import casebook.events.IncidentFiled;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.query.Sample;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What may be asked for: a station with a report, an exhibit of it with a file, and a case over it. */
enum Target {
    OWN("WK-1", "HOME"),
    NEIGHBOUR("WK-1", "NEXT"),
    FAR("WK-2", "FAR"),
    /** As {@link #OWN}, but that the case is sealed. */
    SEALED("WK-1", "HOME");

    private final String province;
    private final String station;
    private final IncidentFiled filed;
    private final CaseId caseFile = Sample.caseFile();
    private final ExhibitId exhibit = new ExhibitId(UUID.randomUUID());

    Target(String province, String name) {
        this.province = province;
        this.station = province + "-" + name;
        this.filed = World.report(new StationCode(station), new ProvinceCode(province), ordinal());
    }

    char letter() {
        return name().toLowerCase(Locale.ROOT).charAt(0);
    }

    String province() {
        return province;
    }

    String station() {
        return station;
    }

    IncidentFiled filed() {
        return filed;
    }

    CaseId caseFile() {
        return caseFile;
    }

    ExhibitId exhibit() {
        return exhibit;
    }

    /** The address with this target's ids in their places. */
    String in(String uri) {
        return filled(uri, filed.incident().toString(), caseFile.toString(), exhibit.toString(), station);
    }

    /** The address with ids in their places that were never given. */
    static String never(String uri) {
        return filled(uri, id(), id(), id(), "WK-1-NEVER");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String filled(String uri, String incident, String caseFile, String exhibit, String station) {
        return uri.replace("{incident}", incident)
                .replace("{case}", caseFile)
                .replace("{exhibit}", exhibit)
                .replace("{station}", station);
    }

    /** Ids that only an answer about this target has. */
    List<String> marks() {
        return this == SEALED
                ? List.of(filed.incident().toString(), caseFile.toString(), exhibit.toString())
                : List.of(filed.incident().toString(), caseFile.toString(), exhibit.toString(), station);
    }
}
