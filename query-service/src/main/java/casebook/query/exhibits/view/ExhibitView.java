package casebook.query.exhibits.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An exhibit with its full chain of custody.
 *
 * @param allowedActions what this caller may do with it, of {@code transfer}, {@code receive}, {@code refuse}, {@code sample}, {@code destroy}, {@code release} and
 *     {@code weigh}: the actions of {@code POST /exhibits/{id}/custody} in small letters
 * @param chain every event of it, in order
 */
public record ExhibitView(@JsonUnwrapped ExhibitRow exhibit, List<String> allowedActions, List<CustodyStep> chain) {}
