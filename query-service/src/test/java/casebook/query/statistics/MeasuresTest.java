package casebook.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CurrencyCode;
import casebook.events.Item;
import casebook.events.Money;
import casebook.events.Quantity;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static final SeizedItem HEROIN = new SeizedItem(Item.HEROIN, Unit.KG);

    @Property
    void sumIsThatOfTheSingleSeizures(@ForAll("seizures") List<Seized> seizures) {
        var sum = new Measures();
        seizures.forEach(seized -> sum.add(new Measures().add(seized)));

        for (var unit : Unit.values()) {
            var naive = seizures.stream()
                    .filter(seized -> seized.unit().reported() == unit && seized.item() == Item.OTHER)
                    .map(seized -> seized.unit().toReported(seized.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var tally = sum.seizures().getOrDefault(new SeizedItem(Item.OTHER, unit), Tally.NOTHING);
            assertThat(tally.sum()).isEqualByComparingTo(naive);
        }
        assertThat(sum.value().values().stream().map(Tally::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(seizures.stream()
                        .map(seized -> seized.value() == null
                                ? BigDecimal.ZERO
                                : seized.value().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property
    void orderOfAddingDoesNotMatter(@ForAll("seizures") List<Seized> seizures, @ForAll Random random) {
        var shuffled = new ArrayList<>(seizures);
        Collections.shuffle(shuffled, random);
        assertThat(sumOf(shuffled)).isEqualTo(sumOf(seizures));
    }

    @Property
    void whatIsTakenAwayAgainLeavesNothing(@ForAll("seizures") List<Seized> seizures) {
        assertThat(sumOf(seizures).subtract(sumOf(seizures)).isZero()).isTrue();
        assertThat(new Measures().subtract(sumOf(seizures)).add(sumOf(seizures)).isZero())
                .isTrue();
    }

    @Test
    void seizureOfNothingIsListed() {
        var measures = new Measures().add(new Seized(Item.HEROIN, Quantity.of("0"), Unit.KG, null));
        assertThat(measures.seizures()).containsEntry(HEROIN, new Tally(1, BigDecimal.ZERO));
        assertThat(measures.isZero()).isFalse();
    }

    @Test
    void sumsAreWrittenInOneWayOnly() {
        var sum = new Tally(1, new BigDecimal("80.0"));
        assertThat(sum.text()).isEqualTo("80");
        assertThat(sum)
                .isEqualTo(new Tally(1, new BigDecimal("8E+1")))
                .hasSameHashCodeAs(new Tally(1, new BigDecimal("80")));
    }

    private static Measures sumOf(List<Seized> seizures) {
        var sum = new Measures();
        seizures.forEach(sum::add);
        return sum;
    }

    @Provide
    Arbitrary<List<Seized>> seizures() {
        var quantities = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999999999"))
                .ofScale(9)
                .map(Quantity::new);
        var values = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("999999999999999999"))
                                .ofScale(4),
                        Arbitraries.of("VND", "CNY", "LAK").map(CurrencyCode::new))
                .as(Money::new)
                .injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of(Item.OTHER, Item.CANNABIS), quantities, Arbitraries.of(Unit.class), values)
                .as(Seized::new)
                .list()
                .ofMaxSize(50);
    }
}
