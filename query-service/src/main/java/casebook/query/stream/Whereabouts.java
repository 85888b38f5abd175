package casebook.query.stream;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Scope;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SealFilter;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands now, which says who may see it.
 *
 * @param stations to which it belongs; of a case those of all its incidents
 * @param officers who alone may see it, auditors apart; null where it is not sealed
 */
record Whereabouts(List<Place> stations, @Nullable List<String> officers) {

    /** A station, with its province. */
    record Place(StationCode station, ProvinceCode province) {

        static Place of(Document document) {
            return new Place(
                    new StationCode(document.getString(ScopeFilter.STATION)),
                    new ProvinceCode(document.getString(ScopeFilter.STATION_PROVINCE)));
        }
    }

    static Whereabouts of(Document document) {
        return new Whereabouts(List.of(Place.of(document)), null);
    }

    /** @param incidents the name of the list of embedded documents that say where the parts stand */
    static Whereabouts of(Document document, String incidents) {
        var places = document.getList(incidents, Document.class).stream()
                .map(Place::of)
                .distinct()
                .toList();
        return new Whereabouts(places, document.getList(SealFilter.OFFICERS, String.class));
    }

    boolean isSeenBy(Audience audience) {
        return SealFilter.admits(officers, audience.caller())
                && (audience.scope() instanceof Scope.All
                        || station(audience.scope()).isPresent());
    }

    /** The first of its stations that lies in a scope. */
    Optional<StationCode> station(Scope scope) {
        return stations.stream()
                .filter(place -> scope.covers(place.station(), place.province()))
                .map(Place::station)
                .findFirst();
    }
}
