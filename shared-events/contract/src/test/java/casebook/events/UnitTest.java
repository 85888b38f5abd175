package casebook.events;

import static casebook.events.Item.AMMUNITION;
import static casebook.events.Item.CANNABIS;
import static casebook.events.Item.FIREARM;
import static casebook.events.Item.HEROIN;
import static casebook.events.Item.OPIUM_POPPY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "1, MG, 0.000001, KG",
        "1, G, 0.001, KG",
        "1, KG, 1, KG",
        "1, T, 1000, KG",
        "1, LB, 0.45359237, KG",
        "16, OZ, 0.45359237, KG",
        "1, ML, 0.001, L",
        "1, L, 1, L",
        "1, UNIT, 1, UNIT",
        "1, PLANT, 1, PLANT",
        "1, M2, 0.0001, HA",
        "1, HA, 1, HA",
        "999999999999.999999999, OZ, 28349523124.999999999971650476875, KG",
        "0, LB, 0, KG"
    })
    void aQuantityIsReportedExactly(String quantity, Unit unit, String reported, Unit reportedUnit) {
        assertThat(unit.toReported(Quantity.of(quantity))).isEqualByComparingTo(reported);
        assertThat(unit.reported()).isEqualTo(reportedUnit);
    }

    @ParameterizedTest
    @EnumSource
    void aReportedUnitIsOfTheSameDimensionAndReportsItself(Unit unit) {
        assertThat(unit.reported().dimension()).isEqualTo(unit.dimension());
        assertThat(unit.reported().reported()).isEqualTo(unit.reported());
    }

    @Test
    void anItemIsMeasuredOnlyInWhatItCanHave() {
        assertThat(HEROIN.canBeMeasuredIn(Unit.LB)).isTrue();
        assertThat(HEROIN.canBeMeasuredIn(Unit.HA)).isFalse();
        assertThat(HEROIN.canBeMeasuredIn(Unit.PLANT)).isFalse();
        assertThat(OPIUM_POPPY.canBeMeasuredIn(Unit.M2)).isTrue();
        assertThat(OPIUM_POPPY.canBeMeasuredIn(Unit.L)).isFalse();
        assertThat(CANNABIS.canBeMeasuredIn(Unit.PLANT)).isTrue();
        assertThat(FIREARM.canBeMeasuredIn(Unit.UNIT)).isTrue();
        assertThat(FIREARM.canBeMeasuredIn(Unit.KG)).isFalse();
        assertThat(AMMUNITION.canBeMeasuredIn(Unit.KG)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyItemCanBeMeasured(Item item) {
        assertThat(Unit.values()).anyMatch(item::canBeMeasuredIn);
    }
}
