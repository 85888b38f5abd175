package casebook.command.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** A write has one kind of answer, whatever kind is asked for: what was carried out is not to be answered as if it were refused. */
@Configuration(proxyBeanMethods = false)
class AnswersInJson implements WebFluxConfigurer {

    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        var byHeader = new HeaderContentTypeResolver();
        builder.resolver(exchange -> exchange.getRequest().getPath().value().startsWith("/api/v1/")
                ? RequestedContentTypeResolver.MEDIA_TYPE_ALL_LIST
                : byHeader.resolveMediaTypes(exchange));
    }
}
