package casebook.query.statistics.projection;

import org.jspecify.annotations.Nullable;

/**
 * What an event made of an incident, or of a case.
 *
 * @param index of the event
 * @param before null if there was nothing
 */
public record Step<F>(long index, @Nullable F before, F after) {}
