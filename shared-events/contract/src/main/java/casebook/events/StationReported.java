package casebook.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A station gave its regular report of one day. */
@StoredAs("StationReported")
public record StationReported(
        StationCode station,
        LocalDate date,
        boolean nothingToReport,
        @Nullable String text) implements StationEvent {}
