package casebook.events;

import java.math.BigDecimal;

/** A unit in which a seizure is measured, with the exact factor to the unit in which its dimension is reported. */
public enum Unit {
    MG(Dimension.MASS, "0.000001"),
    G(Dimension.MASS, "0.001"),
    KG(Dimension.MASS, "1"),
    T(Dimension.MASS, "1000"),
    /** The international avoirdupois pound (1959). */
    LB(Dimension.MASS, "0.45359237"),
    /** The international avoirdupois ounce, a sixteenth of a pound. */
    OZ(Dimension.MASS, "0.028349523125"),
    ML(Dimension.VOLUME, "0.001"),
    L(Dimension.VOLUME, "1"),
    UNIT(Dimension.COUNT, "1"),
    PLANT(Dimension.PLANTS, "1"),
    M2(Dimension.AREA, "0.0001"),
    HA(Dimension.AREA, "1");

    private final Dimension dimension;
    private final BigDecimal factor;

    Unit(Dimension dimension, String factor) {
        this.dimension = dimension;
        this.factor = new BigDecimal(factor);
    }

    public Dimension dimension() {
        return dimension;
    }

    /** The unit in which statistics report what is measured in this one. */
    public Unit reported() {
        return switch (dimension) {
            case MASS -> KG;
            case VOLUME -> L;
            case COUNT -> UNIT;
            case PLANTS -> PLANT;
            case AREA -> HA;
        };
    }

    /** A quantity of this unit in the reported unit: exact, never rounded. */
    public BigDecimal toReported(Quantity quantity) {
        return quantity.value().multiply(factor);
    }

    /** What a unit measures; quantities of one dimension add up. */
    public enum Dimension {
        MASS,
        VOLUME,
        COUNT,
        PLANTS,
        AREA
    }
}
