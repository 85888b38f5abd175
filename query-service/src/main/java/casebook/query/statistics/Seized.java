package casebook.query.statistics;

import casebook.events.Item;
import casebook.events.Money;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.Unit;
import org.jspecify.annotations.Nullable;

/** A seizure as it was measured. */
public record Seized(
        Item item, Quantity quantity, Unit unit, @Nullable Money value) {

    static Seized of(Seizure seizure) {
        return new Seized(seizure.item(), seizure.quantity(), seizure.unit(), seizure.value());
    }
}
