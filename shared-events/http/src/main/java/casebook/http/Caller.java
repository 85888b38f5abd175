package casebook.http;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the bearer token says; the principal of every authenticated request.
 *
 * @param subject the token's {@code sub}
 * @param name the token's {@code name}, else its subject; events and access records name the caller by it
 */
public record Caller(
        String subject,
        String name,
        Set<Role> roles,
        @Nullable StationCode station,
        @Nullable ProvinceCode province) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** @throws ProblemException 403 if the caller has none of these roles */
    public void require(Role... any) {
        if (!has(any)) {
            throw new ProblemException(Problem.forbidden());
        }
    }

    /** @throws ProblemException 403 if the caller does no casework */
    public void requireCaseworker() {
        require(Role.STATION, Role.COMMAND);
    }

    /** The widest scope that one of the caller's roles gives. */
    public Scope scope() {
        if (has(Role.ANALYST, Role.AUDITOR, Role.ADMIN)) {
            return new Scope.All();
        }
        if (has(Role.COMMAND) && province != null) {
            return new Scope.OfProvince(province);
        }
        if (has(Role.STATION) && station != null) {
            return new Scope.OfStation(station);
        }
        return new Scope.Nothing();
    }
}
