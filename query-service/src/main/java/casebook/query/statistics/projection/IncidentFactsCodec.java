package casebook.query.statistics.projection;

import casebook.events.CurrencyCode;
import casebook.events.Item;
import casebook.events.Money;
import casebook.events.Quantity;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.Persons;
import casebook.query.statistics.Seized;
import casebook.query.statistics.Things;
import java.math.BigDecimal;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

final class IncidentFactsCodec implements FactsCodec<IncidentFacts> {

    @Override
    public void write(IncidentFacts facts, Document document) {
        OccurrenceFields.write(facts.occurrence(), document);
        if (facts.reported() != null) {
            document.append("reported", Date.from(facts.reported()));
        }
        document.append("voided", facts.voided())
                .append("listed", persons(facts.persons().listed()))
                .append("unnamed", persons(facts.persons().unnamed()))
                .append("vehicles", things(facts.vehicles()))
                .append("enterprises", things(facts.enterprises()))
                .append("seizures", facts.seizures().stream().map(this::seized).toList());
    }

    @Override
    public IncidentFacts read(Document document) {
        var reported = document.getDate("reported");
        return new IncidentFacts(
                document.getBoolean("voided"),
                reported == null ? null : reported.toInstant(),
                OccurrenceFields.read(document),
                new Persons(
                        persons(document.get("listed", Document.class)),
                        persons(document.get("unnamed", Document.class))),
                things(document.get("vehicles", Document.class)),
                things(document.get("enterprises", Document.class)),
                document.getList("seizures", Document.class).stream()
                        .map(this::seized)
                        .toList());
    }

    private static Document persons(Map<SubjectRole, Integer> persons) {
        var document = new Document();
        persons.forEach((role, number) -> document.append(role.name(), number));
        return document;
    }

    private static Map<SubjectRole, Integer> persons(Document document) {
        return document.entrySet().stream().collect(Collectors.toMap(role -> SubjectRole.valueOf(role.getKey()), role ->
                (Integer) role.getValue()));
    }

    private static Document things(Things things) {
        return new Document("listed", things.listed()).append("unlisted", things.unlisted());
    }

    private static Things things(Document document) {
        return new Things(document.getInteger("listed"), document.getInteger("unlisted"));
    }

    private Document seized(Seized seized) {
        var document = new Document("item", seized.item().name())
                .append("quantity", seized.quantity().toString())
                .append("unit", seized.unit().name());
        if (seized.value() != null) {
            document.append("amount", seized.value().amount().toPlainString())
                    .append("currency", seized.value().currency().value());
        }
        return document;
    }

    private Seized seized(Document document) {
        var amount = document.getString("amount");
        return new Seized(
                Item.valueOf(document.getString("item")),
                Quantity.of(document.getString("quantity")),
                Unit.valueOf(document.getString("unit")),
                amount == null
                        ? null
                        : new Money(new BigDecimal(amount), new CurrencyCode(document.getString("currency"))));
    }
}
