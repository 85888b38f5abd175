package casebook.events;

import static casebook.events.Unit.Dimension.AREA;
import static casebook.events.Unit.Dimension.COUNT;
import static casebook.events.Unit.Dimension.MASS;
import static casebook.events.Unit.Dimension.PLANTS;
import static casebook.events.Unit.Dimension.VOLUME;

import casebook.events.Unit.Dimension;
import java.util.Set;

/** What was seized, in the terms of UNODC and WCO seizure reporting. */
public enum Item {
    HEROIN(MASS, VOLUME, COUNT),
    OPIUM(MASS, VOLUME, COUNT),
    OPIUM_POPPY(PLANTS, AREA, MASS),
    METHAMPHETAMINE(MASS, VOLUME, COUNT),
    KETAMINE(MASS, VOLUME, COUNT),
    ECSTASY(MASS, VOLUME, COUNT),
    SYNTHETIC_DRUG(MASS, VOLUME, COUNT),
    CANNABIS(MASS, VOLUME, COUNT, PLANTS, AREA),
    COCAINE(MASS, VOLUME, COUNT),
    LSD(MASS, VOLUME, COUNT),
    FENTANYL(MASS, VOLUME, COUNT),
    KHAT(MASS, COUNT, PLANTS, AREA),
    OTHER_DRUG(MASS, VOLUME, COUNT, PLANTS, AREA),
    FIREARM(COUNT),
    AMMUNITION(COUNT, MASS),
    WEAPON_PART(COUNT, MASS),
    EXPLOSIVE(MASS, VOLUME, COUNT),
    FIRECRACKER(MASS, COUNT),
    CURRENCY(COUNT, MASS),
    COUNTERFEIT_CURRENCY(COUNT, MASS),
    GOODS(MASS, VOLUME, COUNT),
    COUNTERFEIT_GOODS(MASS, VOLUME, COUNT),
    MEDICAL_SUPPLY(MASS, VOLUME, COUNT),
    TIMBER(MASS, VOLUME, COUNT),
    WILDLIFE(MASS, COUNT, PLANTS),
    FISH(MASS, COUNT),
    DOCUMENT(COUNT),
    OTHER(MASS, VOLUME, COUNT, PLANTS, AREA);

    private final Set<Dimension> dimensions;

    Item(Dimension... dimensions) {
        this.dimensions = Set.of(dimensions);
    }

    /** Whether this item can be measured in that unit: heroin in hectares cannot. */
    public boolean canBeMeasuredIn(Unit unit) {
        return dimensions.contains(unit.dimension());
    }
}
