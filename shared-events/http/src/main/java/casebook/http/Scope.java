package casebook.http;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;

/** Whose incidents and cases a caller may see. What lies outside does not exist for the caller. */
public sealed interface Scope {

    /** Whether what belongs to this station, of this province, may be seen. */
    boolean covers(StationCode station, ProvinceCode stationProvince);

    /** Every station. */
    record All() implements Scope {
        @Override
        public boolean covers(StationCode station, ProvinceCode stationProvince) {
            return true;
        }
    }

    /** The stations of one province. */
    record OfProvince(ProvinceCode province) implements Scope {
        @Override
        public boolean covers(StationCode station, ProvinceCode stationProvince) {
            return province.equals(stationProvince);
        }
    }

    /** One station. */
    record OfStation(StationCode station) implements Scope {
        @Override
        public boolean covers(StationCode other, ProvinceCode stationProvince) {
            return station.equals(other);
        }
    }

    /** No station: the token names none. */
    record Nothing() implements Scope {
        @Override
        public boolean covers(StationCode station, ProvinceCode stationProvince) {
            return false;
        }
    }
}
