package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {

    private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

    @Test
    void whatIsSeizedIsHeldInTheUnitOfTheStatistics() {
        var balance = Balance.of(Quantity.of("33918"), Unit.G);
        assertThat(balance.unit()).isEqualTo(Unit.KG);
        assertThat(balance.seized()).isEqualTo("33.918");
        assertThat(balance.held()).isEqualTo("33.918");
    }

    @Test
    void whatLeavesIsTakenOffExactlyWhateverItsUnit() {
        var balance = Balance.of(Quantity.of("1"), Unit.LB)
                .sample(Quantity.of("0.000000001"), Unit.OZ)
                .destroy(Quantity.of("0.3"), Unit.KG)
                .release(Quantity.of("100"), Unit.G);
        assertThat(balance.sampled()).isEqualTo("0.000000000028349523125");
        assertThat(balance.held()).isEqualTo("0.053592369971650476875");
        assertThat(balance.destroyed()).isEqualTo("0.3");
        assertThat(balance.released()).isEqualTo("0.1");
    }

    @Test
    void allThatIsHeldIsRecognisedInEveryUnit() {
        var pound = Balance.of(Quantity.of("1"), Unit.LB);
        assertThat(pound.isAll(Quantity.of("16"), Unit.OZ)).isTrue();
        assertThat(pound.isAll(Quantity.of("0.45359237"), Unit.KG)).isTrue();
        assertThat(pound.isAll(Quantity.of("0.453592371"), Unit.KG)).isFalse();
        assertThat(pound.holds(Quantity.of("16"), Unit.OZ)).isTrue();
        assertThat(pound.holds(Quantity.of("16.000000001"), Unit.OZ)).isFalse();
    }

    @Test
    void moreThanIsHeldCannotLeave() {
        var balance = Balance.of(Quantity.of("2"), Unit.UNIT);
        assertThatIllegalArgumentException().isThrownBy(() -> balance.release(Quantity.of("3"), Unit.UNIT));
    }

    @Test
    void whatDoesNotBalanceIsNoBalance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balance(
                        Unit.KG, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 101, false",
        "100, 99, false",
        "100, 101.000000001, true",
        "100, 98.999999999, true",
        "0, 0, false",
        "0, 0.000000001, true"
    })
    void aWeighingDiffersWhenItIsBeyondTheTolerance(String held, String weighed, boolean differs) {
        var balance = Balance.of(Quantity.of(held), Unit.KG);
        assertThat(balance.differs(Quantity.of(weighed), Unit.KG, ONE_PERCENT)).isEqualTo(differs);
    }

    @Test
    void aBalanceIsWrittenInPlainStrings() {
        var balance = Balance.of(Quantity.of("80"), Unit.T);
        assertThat(EventJson.mapper().writeValueAsString(balance))
                .isEqualTo("{\"unit\":\"KG\",\"seized\":\"80000\",\"held\":\"80000\",\"sampled\":\"0\","
                        + "\"destroyed\":\"0\",\"released\":\"0\"}");
    }
}
