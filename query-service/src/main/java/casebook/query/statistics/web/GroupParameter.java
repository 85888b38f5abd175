package casebook.query.statistics.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes by what the rows of a year are told apart. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "groupBy",
        description =
                "Any of province, station, category, source, month and item, with commas between them. An incident"
                        + " stands in the row of every item that was seized in it, with that item's quantities and values",
        schema = @Schema(type = "string", example = "item,month"))
@interface GroupParameter {}
