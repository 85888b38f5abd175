package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"VN", "ZZ"})
    void countries(String code) {
        assertThat(new CountryCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "V", "VNM", "vn", "V1", "VN ", "VN\n", "Đ1"})
    void noCountries(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CountryCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN-09", "VN-HN", "CN", "LA-XA", "US-1", "GB-ABC"})
    void provinces(String code) {
        assertThat(new ProvinceCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VN-", "VN-1234", "VN-a", "09", "VN-09-1", "VN_09"})
    void noProvinces(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProvinceCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN-09-TAN-THANH", "A", "7", "A-1-B"})
    void stations(String code) {
        assertThat(new StationCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-A", "A-", "A--B", "a", "A B", "TÂN-THANH", "A\n", "A/B"})
    void noStations(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StationCode(code));
    }

    @Test
    void aStationCodeHasAtMostSixtyCharacters() {
        assertThat(StationCode.isValid("A".repeat(60))).isTrue();
        assertThat(StationCode.isValid("A".repeat(61))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VN", "VNDD", "vnd", "V1D"})
    void noCurrencies(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "G0000000000000000000000000000000000000000000000000000000000000000"})
    void noHashes(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "72.5", "100", "100.0000"})
    void percentages(String text) {
        assertThat(Percentage.of(text).value()).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.0001", "0.00001", "1000"})
    void noPercentages(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentage.of(text));
    }
}
