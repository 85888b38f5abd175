package casebook.query.statistics.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what else {@link YearlyRequest#of} reads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "asKnownAt",
        description = "An instant or a position",
        schema = @Schema(type = "string", example = "9123"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "format",
        description = "A file, with its position, filter, time and code; Accept asks for the same",
        schema = @Schema(type = "string", example = "csv"))
@interface TableParameters {}
