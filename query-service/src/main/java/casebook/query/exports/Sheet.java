package casebook.query.exports;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table for a spreadsheet.
 *
 * @param header names the columns; it is not translated
 * @param rows as long as the header; asked for once, when the file is written, and closed then
 */
public record Sheet(String name, Provenance provenance, List<String> header, Supplier<Stream<List<Value>>> rows) {}
