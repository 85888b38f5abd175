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
 */
public final class Faults {

    private final Set<Fault> found = new LinkedHashSet<>();

    public void add(String pointer, String code, Object... arguments) {
        found.add(Fault.at(pointer, code, arguments));
    }

    public void addAll(Faults others) {
        found.addAll(others.found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws ProblemException 400 that names all the faults, if there are any */
    public void check() {
        if (!found.isEmpty()) {
            throw new ProblemException(Problem.invalid(List.copyOf(found)));
        }
    }
}
