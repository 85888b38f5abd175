package casebook.command.casefile;

import static casebook.events.CaseState.CLOSED;
import static casebook.events.CaseState.DISMISSED;
import static casebook.events.CaseState.MERGED;
import static casebook.events.CaseState.OPEN;
import static casebook.events.CaseState.PROSECUTED;
import static casebook.events.CaseState.REFERRED;
import static casebook.events.CaseState.SANCTIONED;
import static casebook.events.CaseState.UNDER_INVESTIGATION;

import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.http.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Cases, callers and expectations of fixture tests. */
final class CaseSamples {

    static final CaseId CASE = new CaseId(new UUID(0, 1));
    static final CaseId OTHER = new CaseId(new UUID(0, 2));
    static final CaseIncident FIRST = incident(1, "VN-09-TAN-THANH", "VN-09");
    static final CaseIncident SECOND = incident(2, "VN-22-NAM-CAN", "VN-22");
    static final NoteId NOTE = new NoteId(new UUID(0, 9));
    static final CaseOpened OPENED = new CaseOpened(CASE, "Tea", List.of(FIRST), "Captain Hoàng");

    static final Terms STATION = terms(Role.STATION, "VN-09-TAN-THANH", null);
    static final Terms COMMAND = terms(Role.COMMAND, null, "VN-09");
    static final Terms OTHER_STATION = terms(Role.STATION, "VN-22-NAM-CAN", null);
    static final Terms OTHER_COMMAND = terms(Role.COMMAND, null, "VN-22");

    /** The transitions as the contract has them. */
    static final Map<CaseState, List<CaseState>> ALLOWED = Map.of(
            OPEN, List.of(UNDER_INVESTIGATION),
            UNDER_INVESTIGATION, List.of(REFERRED, SANCTIONED, DISMISSED),
            REFERRED, List.of(PROSECUTED, SANCTIONED, DISMISSED, UNDER_INVESTIGATION),
            PROSECUTED, List.of(CLOSED),
            SANCTIONED, List.of(CLOSED),
            DISMISSED, List.of(CLOSED),
            CLOSED, List.of(UNDER_INVESTIGATION),
            MERGED, List.of());

    private CaseSamples() {}

    static List<CaseEvent> in(CaseState state) {
        return switch (state) {
            case OPEN -> List.of(OPENED);
            case DISMISSED -> List.of(OPENED, new CaseMoved(CASE, state, null, Closure.UNFOUNDED));
            case MERGED -> List.of(OPENED, new CaseMerged(CASE, OTHER, "the same load"));
            default -> List.of(OPENED, new CaseMoved(CASE, state, null, null));
        };
    }

    /** More than a station may write into one case. */
    static Stream<CaseEvent> longNotes(CaseId id) {
        return IntStream.range(0, 80).mapToObj(n -> new NoteAdded(id, new NoteId(new UUID(9, n)), "x".repeat(60_000)));
    }

    static long version(CaseState state) {
        return in(state).size();
    }

    static Standing standing(CaseState state, long version) {
        return new Standing(CASE.toString(), null, state.name(), version);
    }

    static Outcome illegal(CaseState state) {
        var allowed = ALLOWED.get(state).stream().map(CaseState::name).toList();
        return refused(new Refusal.IllegalTransition(state.name(), allowed));
    }

    static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    static Object requested(CaseEvent event, UUID request) {
        return new GenericEventMessage<>(event, Map.of("request", request.toString()));
    }

    static MetaData with(Terms terms) {
        return MetaData.with("terms", terms);
    }

    static Terms terms(Role role, @Nullable String station, @Nullable String province) {
        return Terms.of(new Caller(
                "officer",
                "Officer",
                Set.of(role),
                station == null ? null : new StationCode(station),
                province == null ? null : new ProvinceCode(province)));
    }

    static CaseIncident incident(int number, String station, String province) {
        return new CaseIncident(
                new IncidentId(new UUID(1, number)), new StationCode(station), new ProvinceCode(province));
    }
}
