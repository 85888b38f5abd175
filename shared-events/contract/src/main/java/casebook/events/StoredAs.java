package casebook.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable name and revision under which an event stands in the ledger. A name is never given to another event, and a
 * revision is raised, with an upcaster from the one before, when a stored line could no longer be read.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

    String value();

    int revision() default 1;
}
