package casebook.command.handling;

import org.jspecify.annotations.Nullable;

/**
 * Where a resource stands after an event; what a receipt says of it.
 *
 * @param number the incident's number, null for what has none
 * @param version the number of the resource's events; its ETag
 */
public record Standing(String id, @Nullable String number, String status, long version) {}
