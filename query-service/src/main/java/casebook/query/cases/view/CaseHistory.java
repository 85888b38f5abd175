package casebook.query.cases.view;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.NoteAdded;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralSent;
import casebook.query.cases.CaseFileState;
import casebook.query.platform.Change;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Names;
import casebook.query.projection.LedgerEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events of a case as sentences, with what each changed: the difference of the fold before it and after it. */
@Component
public final class CaseHistory {

    private final CaseSentences sentences;

    CaseHistory(CaseSentences sentences) {
        this.sentences = sentences;
    }

    /**
     * @param visible the incidents that the reader may know of; events of others are left out, and so are their ids
     * @param names hides the cases that the reader may not know of; what happened with them is told without their ids
     */
    public List<HistoryEntry> of(List<LedgerEvent> events, Set<IncidentId> visible, Names names, Locale locale) {
        var entries = new ArrayList<HistoryEntry>();
        CaseFileState before = null;
        var known = Map.<String, Object>of();
        for (var event : events) {
            var after = CaseFileState.evolve(before, event);
            var members = members(after, visible, names);
            var happened = (CaseEvent) event.event();
            if (!isHidden(happened, visible, before)) {
                var changes = Change.between(known, members);
                entries.add(HistoryEntry.of(event, sentences.of(happened, after, names, locale), changes));
            }
            before = after;
            known = members;
        }
        return entries;
    }

    private static boolean isHidden(CaseEvent event, Set<IncidentId> visible, @Nullable CaseFileState before) {
        return switch (event) {
            case IncidentLinked linked -> !visible.contains(linked.incident().incident());
            case IncidentUnlinked unlinked -> !visible.contains(unlinked.incident());
            case CaseOpened _, CaseAssigned _, NoteAdded _, CaseMoved _, CaseDeadlineMissed _ -> false;
            case ReferralSent _, ReferralAnswered _, CaseSealed _, CaseUnsealed _ -> false;
            case LegalHoldPlaced _, LegalHoldReleased _ -> false;
            case CaseMerged _, CaseUnmerged _ -> false;
            case CaseAbsorbed absorbed -> areHidden(absorbed.incidents(), visible);
            case CaseSeparated separated -> before == null || areHidden(absorbed(before, separated), visible);
        };
    }

    private static boolean areHidden(List<CaseIncident> incidents, Set<IncidentId> visible) {
        return incidents.stream().map(CaseIncident::incident).noneMatch(visible::contains);
    }

    private static List<CaseIncident> absorbed(CaseFileState before, CaseSeparated separated) {
        return before.details().incidents().absorbed().stream()
                .filter(joined -> joined.from().equals(separated.separated()))
                .flatMap(joined -> joined.incidents().stream())
                .toList();
    }

    private static Map<String, Object> members(CaseFileState state, Set<IncidentId> visible, Names names) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("status", state.state());
        members.put("title", state.title());
        members.put("lead", state.lead());
        members.put(
                "incidents",
                state.incidents().stream()
                        .map(CaseIncident::incident)
                        .filter(visible::contains)
                        .toList());
        members.put(
                "notes", state.notes().stream().map(CaseFileState.Note::text).toList());
        members.put("closure", state.statuses().getLast().closure());
        members.put("referrals", state.details().referrals());
        members.put(
                "mergedInto",
                state.details().merger() instanceof CaseDetails.Merger merger && !names.hides(merger.into())
                        ? merger.into()
                        : null);
        members.put("seal", state.details().seal());
        members.put("hold", state.details().hold());
        return Change.present(members);
    }
}
