package casebook.query.cases.view;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.NoteAdded;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralSent;
import casebook.query.cases.CaseFileState;
import casebook.query.platform.Labels;
import casebook.query.platform.Names;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says in a sentence what happened to a case. */
@Component
final class CaseSentences {

    private final Labels labels;

    CaseSentences(Labels labels) {
        this.labels = labels;
    }

    String of(CaseEvent event, CaseFileState after, Names names, Locale locale) {
        return switch (event) {
            case CaseOpened opened -> labels.sentence("CaseOpened", locale, opened.title());
            case IncidentLinked linked ->
                labels.sentence(
                        "IncidentLinked", locale, names.of(linked.incident().incident()));
            case IncidentUnlinked unlinked ->
                labels.sentence("IncidentUnlinked", locale, names.of(unlinked.incident()));
            case CaseAssigned assigned -> labels.sentence("CaseAssigned", locale, assigned.officer());
            case NoteAdded note -> labels.sentence("NoteAdded", locale, note.text());
            case CaseMoved moved -> labels.sentences(moved(moved, after, locale), moved.reason());
            case ReferralSent sent -> sent(sent, locale);
            case ReferralAnswered answered -> answered(answered, after, locale);
            case CaseMerged merged ->
                names.hides(merged.into())
                        ? labels.sentence("CaseMergedUnseen", locale, merged.reason())
                        : labels.sentence("CaseMerged", locale, names.of(merged.into()), merged.reason());
            case CaseUnmerged unmerged -> labels.sentence("CaseUnmerged", locale, unmerged.reason());
            case CaseAbsorbed absorbed -> withAnother("CaseAbsorbed", absorbed.absorbed(), names, locale);
            case CaseSeparated separated -> withAnother("CaseSeparated", separated.separated(), names, locale);
            case CaseSealed sealed ->
                labels.sentence("CaseSealed", locale, String.join(", ", sealed.officers()), sealed.reason());
            case CaseUnsealed unsealed -> labels.sentences(labels.sentence("CaseUnsealed", locale), unsealed.reason());
            case LegalHoldPlaced placed -> labels.sentence("LegalHoldPlaced", locale, placed.reason());
            case LegalHoldReleased released -> labels.sentence("LegalHoldReleased", locale, released.reason());
            case CaseDeadlineMissed missed ->
                labels.sentence(
                        "DeadlineMissed",
                        locale,
                        labels.of(missed.kind(), locale),
                        labels.moment(missed.dueAt(), locale));
        };
    }

    private String withAnother(String key, CaseId other, Names names, Locale locale) {
        return names.hides(other)
                ? labels.sentence(key + "Unseen", locale)
                : labels.sentence(key, locale, names.of(other));
    }

    private String moved(CaseMoved moved, CaseFileState after, Locale locale) {
        if (isReopening(after)) {
            return labels.sentence("CaseReopened", locale);
        }
        var state = labels.of(moved.to(), locale);
        return moved.closure() == null
                ? labels.sentence("CaseMoved", locale, state)
                : labels.sentence("CaseMovedWithClosure", locale, state, labels.of(moved.closure(), locale));
    }

    private static boolean isReopening(CaseFileState after) {
        var before = after.statuses().size() - 2;
        return before >= 0 && after.statuses().get(before).status() == CaseState.CLOSED;
    }

    private String sent(ReferralSent sent, Locale locale) {
        var agency = labels.of(sent.agency(), locale);
        return sent.dueBy() == null
                ? labels.sentence("ReferralSent", locale, agency, sent.subject())
                : labels.sentence(
                        "ReferralSentDueBy", locale, agency, sent.subject(), labels.moment(sent.dueBy(), locale));
    }

    private String answered(ReferralAnswered answered, CaseFileState after, Locale locale) {
        return labels.sentences(
                labels.sentence(
                        "ReferralAnswered",
                        locale,
                        agency(after, answered.referral(), locale),
                        labels.of(answered.outcome(), locale)),
                answered.detail());
    }

    private String agency(CaseFileState state, ReferralId referral, Locale locale) {
        return labels.of(state.details().referral(referral).orElseThrow().agency(), locale);
    }
}
