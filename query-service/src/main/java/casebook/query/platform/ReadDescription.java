package casebook.query.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of all reads alike: position and version, files, and how they refuse. */
@Configuration(proxyBeanMethods = false)
class ReadDescription {

    private static final String JSON = "application/json";
    private static final String ETAG = "ETag";
    private static final String VERIFICATION = "Casebook-Verification";
    private static final String PROBLEM = "Problem";
    private static final String VERSIONED =
            "/api/v1/((incidents|cases|exhibits|stations)/\\{[^}]+}|exhibits/\\{[^}]+}/file)";
    private static final String PRINTED = "/api/v1/statistics/yearly";

    private static final List<String> SHEETS =
            List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final Map<String, String> HEADERS = Map.of(
            PositionedReads.POSITION,
            "The ledger position that is reflected",
            ETAG,
            "The version, for If-Match",
            VERIFICATION,
            "Of a file: its code, for GET /api/v1/statistics/verify");

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "A parameter is bad; each is named",
            "401", "No token, or one that is not believed",
            "403", "The role may never read this",
            "404", "There is no such thing for this caller",
            "503", "The position is not reached yet; Retry-After says when to ask again");

    @Bean
    GlobalOpenApiCustomizer everyRead() {
        return ReadDescription::complete;
    }

    private static void complete(OpenAPI api) {
        var components = api.getComponents();
        components.addSchemas(PROBLEM, problem());
        components.addParameters(PositionedReads.MIN_POSITION, minPosition());
        HEADERS.forEach((name, says) ->
                components.addHeaders(name, new Header().description(says).schema(of("string"))));
        REFUSALS.forEach((status, says) -> components.addResponses(status, refusal(says)));
        api.getPaths().forEach((path, item) -> {
            if (item.getGet() != null && path.startsWith("/api/")) {
                complete(path, item.getGet());
            }
        });
    }

    private static void complete(String path, Operation read) {
        read.addParametersItem(new Parameter().$ref(reference("parameters", PositionedReads.MIN_POSITION)));
        var answer = Objects.requireNonNull(read.getResponses().get("200"), path);
        has(answer, PositionedReads.POSITION);
        if (path.matches(VERSIONED)) {
            has(answer, ETAG);
        }
        named(answer);
        if (read.getParameters().stream().anyMatch(parameter -> "format".equals(parameter.getName()))) {
            has(answer, VERIFICATION);
            SHEETS.forEach(type -> answer.getContent().addMediaType(type, file()));
            if (path.equals(PRINTED)) {
                answer.getContent().addMediaType("application/pdf", file());
            }
        }
        REFUSALS.keySet().stream()
                .filter(status -> !status.equals("404") || path.contains("{") || path.endsWith("/verify"))
                .forEach(status -> read.getResponses()
                        .computeIfAbsent(status, _ -> new ApiResponse().$ref(reference("responses", status))));
    }

    /** An answer of our own types is JSON where nothing else is said. */
    private static void named(ApiResponse answer) {
        var any = answer.getContent() == null ? null : answer.getContent().get("*/*");
        if (any != null && isOurs(any.getSchema())) {
            answer.getContent().remove("*/*");
            answer.getContent().addMediaType(JSON, any);
        }
    }

    private static boolean isOurs(Schema<?> schema) {
        return schema.get$ref() != null
                || schema.getItems() != null && schema.getItems().get$ref() != null;
    }

    private static void has(ApiResponse answer, String header) {
        answer.addHeaderObject(header, new Header().$ref(reference("headers", header)));
    }

    private static Parameter minPosition() {
        return new Parameter()
                .in("header")
                .name(PositionedReads.MIN_POSITION)
                .description("Waits until this position is reflected, some seconds at most")
                .schema(of("integer").format("int64").minimum(BigDecimal.ZERO));
    }

    private static ApiResponse refusal(String says) {
        var problem = new MediaType().schema(new JsonSchema().$ref(reference("schemas", PROBLEM)));
        return new ApiResponse()
                .description(says)
                .content(new Content().addMediaType("application/problem+json", problem));
    }

    private static Schema<?> problem() {
        var fault = of("object")
                .addProperty("pointer", of("string"))
                .addProperty("parameter", of("string"))
                .addProperty("message", of("string"));
        return of("object")
                .addProperty("type", of("string").format("uri"))
                .addProperty("title", of("string"))
                .addProperty("status", of("integer"))
                .addProperty("detail", of("string"))
                .addProperty("errors", of("array").items(fault));
    }

    private static MediaType file() {
        return new MediaType().schema(of("string").format("binary"));
    }

    private static Schema<?> of(String type) {
        return new JsonSchema().typesItem(type);
    }

    private static String reference(String kind, String name) {
        return Components.COMPONENTS_SCHEMAS_REF.replace("schemas", kind) + name;
    }
}
