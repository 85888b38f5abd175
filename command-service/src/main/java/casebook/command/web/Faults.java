package casebook.command.web;

import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers every fault of a body, each once. After a fault reading goes on with a stand-in, so that the other faults are found too; what was read with
 * faults is never used, because {@link #check} stands between reading and using.
 *
 * <p>A later fault is one by what exists now, as an incident that is void: what was asked before is recognised nevertheless. It is named beside others; if there
 * are none, it is found again where a repeat has been recognised.
 */
public final class Faults {

    private final Set<Fault> found = new LinkedHashSet<>();
    private final Set<Fault> later = new LinkedHashSet<>();

    public void add(String pointer, String code, Object... arguments) {
        found.add(Fault.at(pointer, code, arguments));
    }

    public void addLater(String pointer, String code, Object... arguments) {
        later.add(Fault.at(pointer, code, arguments));
    }

    public boolean hasLater() {
        return !later.isEmpty();
    }

    /** @throws ProblemException 400 that names all the faults, if there are any but later ones */
    public void check() {
        if (!found.isEmpty()) {
            found.addAll(later);
            throw invalid(found);
        }
    }

    /** @throws ProblemException 400 that names the later faults, if there are any */
    public void checkLater() {
        if (hasLater()) {
            throw invalid(later);
        }
    }

    private static ProblemException invalid(Set<Fault> faults) {
        return new ProblemException(Problem.invalid(List.copyOf(faults)));
    }
}
