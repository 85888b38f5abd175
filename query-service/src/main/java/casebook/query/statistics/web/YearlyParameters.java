package casebook.query.statistics.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters of {@link YearlyRequest#query} that every table takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.QUERY, name = "from", schema = @Schema(type = "integer", example = "2011"))
@Parameter(in = ParameterIn.QUERY, name = "to", schema = @Schema(type = "integer", example = "2020"))
@Parameter(in = ParameterIn.QUERY, name = "province", schema = @Schema(type = "string", example = "VN-09"))
@Parameter(in = ParameterIn.QUERY, name = "station", schema = @Schema(type = "string", example = "VN-09-TAN-THANH"))
@Parameter(in = ParameterIn.QUERY, name = "yearStart", schema = @Schema(type = "string", example = "10-01"))
@interface YearlyParameters {}
