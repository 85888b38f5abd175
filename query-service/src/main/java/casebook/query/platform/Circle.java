package casebook.query.platform;

import java.util.Optional;

/** A circle on the sphere: a middle in degrees (WGS 84) and a radius in kilometres. */
public record Circle(double lat, double lon, double km) {

    /** The mean radius of the earth (IUGG), in kilometres. */
    private static final double EARTH = 6371.0088;

    private static final double HALF_ROUND = Math.PI * EARTH;

    /** Reads {@code lat,lon,km}. */
    public static Optional<Circle> parse(String text) {
        var parts = text.split(",", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var circle = new Circle(
                    Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            return circle.isOnEarth() ? Optional.of(circle) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public double radians() {
        return km / EARTH;
    }

    private boolean isOnEarth() {
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km > 0 && km <= HALF_ROUND;
    }
}
