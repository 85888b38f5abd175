package casebook.http;

import casebook.http.limits.RequestRates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens, problem+json and languages, alike in both services. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class HttpAutoConfiguration {

    private static final List<String> OPEN_TO_ALL = List.of(
            "/actuator/health",
            "/actuator/health/**",
            "/actuator/prometheus",
            "/v3/api-docs",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/docs",
            "/docs/**",
            "/webjars/**",
            "/swagger-ui/**");

    /** The documentation is the only page there is, and brings its own scripts; its styles stand in its elements. */
    private static final String OWN_PAGES_ALONE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            ProblemResponses problems,
            RequestRates rates,
            ObjectProvider<PublicPaths> more,
            @Value("${management.server.port:-1}") int managementPort) {
        var open = Stream.concat(OPEN_TO_ALL.stream(), more.stream().flatMap(paths -> paths.patterns().stream()))
                .toArray(String[]::new);
        var unauthenticated = new Unauthenticated(problems, rates);
        return http.csrf(CsrfSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES_ALONE))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(open)
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .access((caller, asked) -> caller.map(
                                who -> new AuthorizationDecision(mayManage(who, asked.getExchange(), managementPort))))
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler((exchange, denied) -> problems.write(exchange, Problem.notFound())))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .authenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(unauthenticated))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> Mono.just(CallerAuthentication.of(token)))))
                .build();
    }

    /** Management beyond health and metrics is for ADMIN, on a port of its own; for all others it does not exist. */
    private static boolean mayManage(Authentication who, ServerWebExchange exchange, int managementPort) {
        var local = exchange.getRequest().getLocalAddress();
        return local != null
                && local.getPort() == managementPort
                && who.getPrincipal() instanceof Caller caller
                && caller.has(Role.ADMIN);
    }

    @Bean
    ProblemJson problemJson(MessageSource messages) {
        return new ProblemJson(messages);
    }

    /** Before Spring's own handlers, which would answer in shapes of their own. */
    @Bean
    @Order(-2)
    ProblemResponses problemResponses(
            ProblemJson json, JsonMapper mapper, ObjectProvider<ProblemTranslator> translators) {
        return new ProblemResponses(json, mapper, translators.orderedStream().toList());
    }

    @Bean(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
    LocaleContextResolver languages() {
        var resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.of("vi")));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
