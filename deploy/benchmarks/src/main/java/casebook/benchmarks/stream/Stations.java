package casebook.benchmarks.stream;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;

/** Stations in provinces, and who listens for them: of a hundred, 80 at a station, 15 in a province's command and 5 analysts. */
final class Stations {

    private static final int PROVINCES = 63;
    private static final int OF_A_PROVINCE = 4;
    private static final int OF_AN_ACCOUNT = 10;

    private Stations() {}

    static ProvinceCode province(int number) {
        return new ProvinceCode("VN-%02d".formatted(1 + number % PROVINCES));
    }

    static StationCode station(int number) {
        return new StationCode(province(number) + "-" + (1 + number / PROVINCES % OF_A_PROVINCE));
    }

    static boolean isAnalyst(int listener) {
        return listener % 100 >= 95;
    }

    static String token(int listener) {
        var account = "bench-" + listener / OF_AN_ACCOUNT;
        var turn = listener % 100;
        if (turn < 80) {
            return account + ".STATION." + station(listener) + "." + province(listener);
        }
        return account + (turn < 95 ? ".COMMAND.." + province(listener) : ".ANALYST..");
    }
}
