package casebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {

    private static final StationCode TAN_THANH = new StationCode("VN-09-TAN-THANH");
    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");

    @Test
    void aStationSeesItselfACommandItsProvinceAndAnOfficeAll() {
        assertThat(caller(TAN_THANH, null, Role.STATION).scope()).isEqualTo(new Scope.OfStation(TAN_THANH));
        assertThat(caller(null, PROVINCE, Role.COMMAND).scope()).isEqualTo(new Scope.OfProvince(PROVINCE));
        for (var office : List.of(Role.ANALYST, Role.AUDITOR, Role.ADMIN)) {
            assertThat(caller(null, null, office).scope()).isEqualTo(new Scope.All());
        }
    }

    @Test
    void whoHasNoStationOrProvinceToGoWithTheRoleSeesNothing() {
        assertThat(caller(null, PROVINCE, Role.STATION).scope()).isEqualTo(new Scope.Nothing());
        assertThat(caller(TAN_THANH, null, Role.COMMAND).scope()).isEqualTo(new Scope.Nothing());
        assertThat(caller(TAN_THANH, PROVINCE).scope()).isEqualTo(new Scope.Nothing());
    }

    @Test
    void aScopeCoversItsStationsOnly() {
        var other = new StationCode("VN-22-NAM-CAN");
        var otherProvince = new ProvinceCode("VN-22");
        assertThat(new Scope.OfStation(TAN_THANH).covers(TAN_THANH, PROVINCE)).isTrue();
        assertThat(new Scope.OfStation(TAN_THANH).covers(other, PROVINCE)).isFalse();
        assertThat(new Scope.OfProvince(PROVINCE).covers(other, PROVINCE)).isTrue();
        assertThat(new Scope.OfProvince(PROVINCE).covers(TAN_THANH, otherProvince))
                .isFalse();
        assertThat(new Scope.All().covers(other, otherProvince)).isTrue();
        assertThat(new Scope.Nothing().covers(TAN_THANH, PROVINCE)).isFalse();
    }

    @Test
    void aRoleThatIsMissingIsRefused() {
        var station = caller(TAN_THANH, null, Role.STATION);
        station.require(Role.COMMAND, Role.STATION);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> station.require(Role.COMMAND))
                .satisfies(refusal ->
                        assertThat(refusal.problem().status().value()).isEqualTo(403));
    }

    @Test
    void aTokenNamesTheCaller() {
        var caller = of(Map.of(
                "sub",
                "u1",
                "name",
                "Captain Hoàng",
                "roles",
                List.of("STATION", "WIZARD"),
                "station",
                "VN-09-TAN-THANH",
                "province",
                "VN-09"));
        assertThat(caller).isEqualTo(new Caller("u1", "Captain Hoàng", Set.of(Role.STATION), TAN_THANH, PROVINCE));
    }

    @Test
    void aClaimOfAnotherFormCountsAsAbsent() {
        assertThat(of(Map.of("sub", "u1", "name", " ", "roles", "STATION", "station", "tan thanh", "province", 9)))
                .isEqualTo(new Caller("u1", "u1", Set.of(), null, null));
        assertThat(of(Map.of("roles", List.of(1, "ADMIN"))))
                .isEqualTo(new Caller("", "", Set.of(Role.ADMIN), null, null));
    }

    private static Caller of(Map<String, Object> claims) {
        var token = Jwt.withTokenValue("x").header("alg", "none").claims(all -> all.putAll(claims));
        return CallerAuthentication.of(token.build()).getPrincipal();
    }

    private static Caller caller(@Nullable StationCode station, @Nullable ProvinceCode province, Role... roles) {
        return new Caller("u1", "Captain Hoàng", Set.copyOf(Arrays.asList(roles)), station, province);
    }
}
