package casebook.command.platform;

import casebook.events.Agency;
import casebook.events.CaseState;
import casebook.events.Category;
import casebook.events.Closure;
import casebook.events.ExhibitAction;
import casebook.events.Item;
import casebook.events.ReferralOutcome;
import casebook.events.Sex;
import casebook.events.Source;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectRole;
import casebook.events.Support;
import casebook.events.Unit;
import casebook.events.VehicleType;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * What the OpenAPI document says beside the paths. Bodies are read member by member, so that every fault has its pointer; what they may hold
 * is written down in {@code openapi.yaml}, with the codes taken from the enums.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final List<Class<? extends Enum<?>>> CODES = List.of(
            Agency.class,
            CaseState.class,
            Category.class,
            Closure.class,
            ExhibitAction.class,
            Item.class,
            ReferralOutcome.class,
            Sex.class,
            Source.class,
            SubjectOutcome.class,
            SubjectRole.class,
            Support.class,
            Unit.class,
            VehicleType.class);

    @Bean
    GlobalOpenApiCustomizer whatWritesTake() throws IOException {
        try (var yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            // By SnakeYAML, as Jackson does not follow anchors into maps.
            Map<String, Object> written = new Yaml().load(yaml);
            return api -> complete(api, Json31.mapper().convertValue(written, OpenAPI.class));
        }
    }

    private static void complete(OpenAPI api, OpenAPI written) {
        api.info(written.getInfo());
        written.getComponents().getSchemas().forEach(api.getComponents()::addSchemas);
        CODES.forEach(type -> api.getComponents().addSchemas(type.getSimpleName(), codes(type)));
        api.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        api.addSecurityItem(new SecurityRequirement().addList(BEARER));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) ->
                                complete(operation, operation(written.getPaths().get(path), method))));
    }

    private static @Nullable Operation operation(@Nullable PathItem item, PathItem.HttpMethod method) {
        return item == null ? null : item.readOperationsMap().get(method);
    }

    private static void complete(Operation operation, @Nullable Operation written) {
        var problem = new MediaType().schema(new JsonSchema().$ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                ._default(new ApiResponse()
                        .description("A problem")
                        .content(new Content().addMediaType("application/problem+json", problem)));
        if (written == null) {
            return;
        }
        if (written.getSummary() != null) {
            operation.summary(written.getSummary());
        }
        if (written.getRequestBody() != null) {
            describe(operation, written);
        }
    }

    /** An example that stands at the code stays. */
    private static void describe(Operation operation, Operation written) {
        var known = operation.getRequestBody();
        if (known != null && known.getContent() != null) {
            known.getContent().forEach((type, at) -> {
                var content = written.getRequestBody().getContent().get(type);
                if (content != null && content.getExample() == null) {
                    content.example(at.getExample()).examples(at.getExamples());
                }
            });
        }
        operation.requestBody(written.getRequestBody());
    }

    private static Schema<?> codes(Class<? extends Enum<?>> type) {
        var schema = new JsonSchema().typesItem("string");
        Arrays.stream(type.getEnumConstants()).map(Enum::name).forEach(schema::addEnumItemObject);
        return schema;
    }
}
