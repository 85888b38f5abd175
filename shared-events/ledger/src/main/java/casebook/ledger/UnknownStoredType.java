package casebook.ledger;

import org.axonframework.serialization.SerializationException;

/** A class that has no stored name, or a stored name and revision that no class is registered for. */
public final class UnknownStoredType extends SerializationException {

    UnknownStoredType(String message) {
        super(message);
    }
}
