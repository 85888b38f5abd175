package casebook.query.exhibits.view;

import casebook.events.CustodyDiscrepancy;
import casebook.events.CustodyReceived;
import casebook.events.CustodyRefused;
import casebook.events.CustodyTransferOffered;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDestroyed;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitReleased;
import casebook.events.ExhibitSampled;
import casebook.events.ExhibitWeighed;
import casebook.events.Unit;
import casebook.query.exhibits.ExhibitState;
import casebook.query.platform.Change;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Labels;
import casebook.query.projection.LedgerEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events of an exhibit as sentences: in the history of its incident, with what each changed, and as its chain of custody. */
@Component
public final class ExhibitHistory {

    private final Labels labels;

    ExhibitHistory(Labels labels) {
        this.labels = labels;
    }

    public List<HistoryEntry> of(List<LedgerEvent> events, Locale locale) {
        var entries = new ArrayList<HistoryEntry>();
        ExhibitState before = null;
        for (var event : events) {
            var after = ExhibitState.evolve(before, event);
            var changes = Change.between(members(before), members(after));
            entries.add(HistoryEntry.of(event, sentence(event, after.details(), locale), changes));
            before = after;
        }
        return entries;
    }

    List<CustodyStep> chain(List<LedgerEvent> events, Locale locale) {
        var steps = new ArrayList<CustodyStep>();
        ExhibitState before = null;
        for (var event : events) {
            var after = ExhibitState.evolve(before, event);
            steps.add(CustodyStep.of(event, sentence(event, after.details(), locale), after.details()));
            before = after;
        }
        return steps;
    }

    private String sentence(LedgerEvent event, ExhibitDetails after, Locale locale) {
        var exhibit = after.description();
        return switch ((ExhibitEvent) event.event()) {
            case ExhibitEntered e ->
                labels.sentence(
                        "ExhibitEntered",
                        locale,
                        exhibit,
                        amount(e.quantity().value(), e.unit(), locale),
                        e.custodian());
            case CustodyTransferOffered e ->
                labels.sentence("CustodyTransferOffered", locale, exhibit, e.to(), e.reason());
            case CustodyReceived e -> labels.sentence("CustodyReceived", locale, exhibit, e.to(), e.reason());
            case CustodyRefused e -> labels.sentence("CustodyRefused", locale, exhibit, e.reason());
            case ExhibitWeighed e ->
                labels.sentence(
                        "ExhibitWeighed", locale, exhibit, amount(e.quantity().value(), e.unit(), locale), e.reason());
            case ExhibitSampled e ->
                labels.sentence(
                        "ExhibitSampled", locale, exhibit, amount(e.quantity().value(), e.unit(), locale), e.reason());
            case ExhibitDestroyed e ->
                labels.sentence(
                        "ExhibitDestroyed",
                        locale,
                        exhibit,
                        amount(e.quantity().value(), e.unit(), locale),
                        e.reason());
            case ExhibitReleased e ->
                labels.sentence(
                        "ExhibitReleased", locale, exhibit, amount(e.quantity().value(), e.unit(), locale), e.reason());
            case CustodyDiscrepancy e ->
                labels.sentence(
                        "CustodyDiscrepancy",
                        locale,
                        exhibit,
                        amount(e.weighed(), e.unit(), locale),
                        amount(e.held(), e.unit(), locale),
                        String.join(", ", e.custodians()));
            case ExhibitFileAttached e -> labels.sentence("ExhibitFileAttached", locale, exhibit, e.sha256());
            case ExhibitFileAltered _ -> labels.sentence("ExhibitFileAltered", locale, exhibit);
            case ExhibitDeadlineMissed e ->
                labels.sentence("ExhibitDeadlineMissed", locale, exhibit, labels.moment(e.dueAt(), locale));
        };
    }

    private String amount(BigDecimal quantity, Unit unit, Locale locale) {
        return labels.amount(quantity, unit, locale);
    }

    /** The members of several exhibits stand in one history, each under its exhibit. */
    private static Map<String, Object> members(@Nullable ExhibitState state) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (state != null) {
            var details = state.details();
            var balance = details.balance();
            var path = "exhibits/" + state.id() + "/";
            members.put(path + "custodian", details.custodian());
            members.put(path + "unit", balance.unit());
            members.put(path + "seized", balance.seized().toPlainString());
            members.put(path + "held", balance.held().toPlainString());
            members.put(path + "sampled", balance.sampled().toPlainString());
            members.put(path + "destroyed", balance.destroyed().toPlainString());
            members.put(path + "released", balance.released().toPlainString());
            members.put(path + "offer", details.offer());
            members.put(path + "file", details.file());
            members.put(path + "altered", details.altered());
        }
        return Change.present(members);
    }
}
