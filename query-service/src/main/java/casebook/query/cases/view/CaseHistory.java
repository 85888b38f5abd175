package casebook.query.cases.view;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
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
import casebook.events.NoteAdded;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralSent;
import casebook.query.cases.CaseFileState;
import casebook.query.platform.Change;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Labels;
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

    private final Labels labels;

    CaseHistory(Labels labels) {
        this.labels = labels;
    }

    /** @param visible the incidents that the reader may know of; events of others are left out, and so are their ids */
    public List<HistoryEntry> of(List<LedgerEvent> events, Set<IncidentId> visible, Locale locale) {
        var entries = new ArrayList<HistoryEntry>();
        CaseFileState before = null;
        for (var event : events) {
            var after = CaseFileState.evolve(before, event);
            var happened = (CaseEvent) event.event();
            if (!isHidden(happened, visible)) {
                var changes = Change.between(members(before, visible), members(after, visible));
                entries.add(HistoryEntry.of(event, sentence(happened, locale), changes));
            }
            before = after;
        }
        return entries;
    }

    private static boolean isHidden(CaseEvent event, Set<IncidentId> visible) {
        return switch (event) {
            case IncidentLinked linked -> !visible.contains(linked.incident().incident());
            case IncidentUnlinked unlinked -> !visible.contains(unlinked.incident());
            case CaseOpened _, CaseAssigned _, NoteAdded _, CaseMoved _, CaseDeadlineMissed _ -> false;
            case ReferralSent _, ReferralAnswered _, CaseSealed _, CaseUnsealed _ -> false;
            case CaseMerged _, CaseUnmerged _, CaseAbsorbed _, CaseSeparated _ -> false;
        };
    }

    private String sentence(CaseEvent event, Locale locale) {
        return switch (event) {
            case CaseOpened opened -> labels.sentence("CaseOpened", locale, opened.title());
            case IncidentLinked linked ->
                labels.sentence("IncidentLinked", locale, linked.incident().incident());
            case IncidentUnlinked unlinked -> labels.sentence("IncidentUnlinked", locale, unlinked.incident());
            case CaseAssigned assigned -> labels.sentence("CaseAssigned", locale, assigned.officer());
            case NoteAdded note -> labels.sentence("NoteAdded", locale, note.text());
            case CaseMoved moved ->
                moved.reason() == null
                        ? labels.sentence("CaseMoved", locale, labels.of(moved.to(), locale))
                        : labels.sentence("CaseMovedWithReason", locale, labels.of(moved.to(), locale), moved.reason());
            case ReferralSent sent ->
                labels.sentence("ReferralSent", locale, labels.of(sent.agency(), locale), sent.subject());
            case ReferralAnswered answered ->
                labels.sentence("ReferralAnswered", locale, labels.of(answered.outcome(), locale));
            case CaseMerged merged -> labels.sentence("CaseMerged", locale, merged.into(), merged.reason());
            case CaseUnmerged unmerged -> labels.sentence("CaseUnmerged", locale, unmerged.reason());
            case CaseAbsorbed absorbed -> labels.sentence("CaseAbsorbed", locale, absorbed.absorbed());
            case CaseSeparated separated -> labels.sentence("CaseSeparated", locale, separated.separated());
            case CaseSealed sealed -> labels.sentence("CaseSealed", locale, sealed.reason());
            case CaseUnsealed _ -> labels.sentence("CaseUnsealed", locale);
            case CaseDeadlineMissed missed ->
                labels.sentence("DeadlineMissed", locale, labels.of(missed.kind(), locale), missed.dueAt());
        };
    }

    private static Map<String, Object> members(@Nullable CaseFileState state, Set<IncidentId> visible) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (state != null) {
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
                    "notes",
                    state.notes().stream().map(CaseFileState.Note::text).toList());
            members.put("closure", state.statuses().getLast().closure());
        }
        return Change.present(members);
    }
}
