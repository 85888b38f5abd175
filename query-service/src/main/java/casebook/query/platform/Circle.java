package casebook.query.platform;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A circle on the sphere: a middle in degrees (WGS 84) and a radius in kilometres. */
public record Circle(double lat, double lon, double km) {

    /** The mean radius of the earth (IUGG), in kilometres. */
    private static final double EARTH = 6371.0088;

    private static final double HALF_ROUND = Math.PI * EARTH;

    /** As everywhere: a dot, no exponent, no suffix. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    /** Reads {@code lat,lon,km}. */
    public static Optional<Circle> parse(String text) {
        var parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() != 3
                || !parts.stream().allMatch(part -> DECIMAL.matcher(part).matches())) {
            return Optional.empty();
        }
        var numbers = parts.stream().map(Double::valueOf).toList();
        return Optional.of(new Circle(numbers.get(0), numbers.get(1), numbers.get(2)))
                .filter(Circle::isOnEarth);
    }

    public double radians() {
        return km / EARTH;
    }

    private boolean isOnEarth() {
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km > 0 && km <= HALF_ROUND;
    }
}
