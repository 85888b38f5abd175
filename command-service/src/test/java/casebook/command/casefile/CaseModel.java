package casebook.command.casefile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case as the contract describes it, in plain words and without any of the code that is tested. */
final class CaseModel {

    private static final Map<String, List<String>> TRANSITIONS = Map.of(
            "OPEN", List.of("UNDER_INVESTIGATION"),
            "UNDER_INVESTIGATION", List.of("REFERRED", "SANCTIONED", "DISMISSED"),
            "REFERRED", List.of("PROSECUTED", "SANCTIONED", "DISMISSED", "UNDER_INVESTIGATION"),
            "PROSECUTED", List.of("CLOSED"),
            "SANCTIONED", List.of("CLOSED"),
            "DISMISSED", List.of("CLOSED"),
            "CLOSED", List.of("UNDER_INVESTIGATION"),
            "MERGED", List.of());

    String state = "OPEN";

    boolean sealed;

    boolean held;

    @Nullable
    String stateBefore;

    @Nullable
    CaseModel into;

    final Set<Integer> own = new HashSet<>();
    final Map<CaseModel, Set<Integer>> absorbed = new LinkedHashMap<>();
    final Map<Integer, String> referrals = new HashMap<>();

    CaseModel(int incident) {
        own.add(incident);
    }

    Set<Integer> incidents() {
        var all = new HashSet<>(own);
        absorbed.values().forEach(all::addAll);
        return all;
    }

    List<String> next() {
        return TRANSITIONS.getOrDefault(state, List.of());
    }

    private boolean active() {
        return Set.of("OPEN", "UNDER_INVESTIGATION", "REFERRED").contains(state);
    }

    String move(String to) {
        if (!next().contains(to)) {
            return "Refused";
        }
        state = to;
        return "Recorded";
    }

    String link(int incident) {
        if (incidents().contains(incident)) {
            return "Unchanged";
        }
        if (!active()) {
            return "Refused";
        }
        own.add(incident);
        return "Recorded";
    }

    String unlink(int incident) {
        if (held || !couldLeave(incident)) {
            return "Refused";
        }
        own.remove(incident);
        absorbed.values().forEach(incidents -> incidents.remove(incident));
        return "Recorded";
    }

    /** Were there no hold. */
    boolean couldLeave(int incident) {
        return incidents().contains(incident) && active() && !own.equals(Set.of(incident));
    }

    String refer(int referral) {
        if (!mayRefer() || referrals.containsKey(referral)) {
            return "Refused";
        }
        referrals.put(referral, "SENT");
        state = "REFERRED";
        return "Recorded";
    }

    boolean mayRefer() {
        return state.equals("UNDER_INVESTIGATION") || state.equals("REFERRED");
    }

    String answer(int referral, String outcome) {
        var standing = referrals.getOrDefault(referral, "never sent");
        if (!standing.equals("SENT") && !standing.equals("ACCEPTED")) {
            return "Refused";
        }
        referrals.put(referral, outcome);
        var noneOpen = referrals.values().stream().noneMatch(Set.of("SENT", "ACCEPTED")::contains);
        if (outcome.equals("DECLINED") && noneOpen) {
            state = broughtBack(state);
            stateBefore = stateBefore == null ? null : broughtBack(stateBefore);
        }
        return "Recorded";
    }

    private static String broughtBack(String state) {
        return state.equals("REFERRED") ? "UNDER_INVESTIGATION" : state;
    }

    String seal() {
        if (sealed) {
            return "Refused";
        }
        sealed = true;
        return "Recorded";
    }

    String unseal() {
        if (!sealed) {
            return "Refused";
        }
        sealed = false;
        return "Recorded";
    }

    String hold() {
        if (held) {
            return "Refused";
        }
        held = true;
        return "Recorded";
    }

    String release() {
        if (!held) {
            return "Refused";
        }
        held = false;
        return "Recorded";
    }

    String merge(CaseModel target) {
        if (target == this || state.equals("MERGED") || !target.active()) {
            return "Refused";
        }
        target.absorbed.put(this, new HashSet<>(incidents()));
        stateBefore = state;
        state = "MERGED";
        into = target;
        return "Recorded";
    }

    boolean isMergedFurther() {
        return into != null && into.into != null;
    }

    String unmerge() {
        if (into == null || stateBefore == null || isMergedFurther() || into.held) {
            return "Refused";
        }
        into.absorbed.remove(this);
        state = stateBefore;
        stateBefore = null;
        into = null;
        return "Recorded";
    }
}
