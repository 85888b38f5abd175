package casebook.events;

import java.math.BigDecimal;

/** A place on the earth in degrees, WGS 84: latitude from -90 to 90, longitude from -180 to 180. */
public record Point(BigDecimal lat, BigDecimal lon) {

    private static final BigDecimal MAX_LAT = BigDecimal.valueOf(90);
    private static final BigDecimal MAX_LON = BigDecimal.valueOf(180);

    /** @throws IllegalArgumentException if a coordinate is out of its range */
    public Point {
        if (!isLatitude(lat) || !isLongitude(lon)) {
            throw new IllegalArgumentException("not a point on the earth");
        }
        lat = lat.stripTrailingZeros();
        lon = lon.stripTrailingZeros();
    }

    public static boolean isLatitude(BigDecimal degrees) {
        return degrees.abs().compareTo(MAX_LAT) <= 0;
    }

    public static boolean isLongitude(BigDecimal degrees) {
        return degrees.abs().compareTo(MAX_LON) <= 0;
    }
}
