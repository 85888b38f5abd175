package casebook.command.duplicate;

import casebook.command.following.Following;
import casebook.command.following.Followings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the newest reports remembered. */
@Configuration(proxyBeanMethods = false)
class DuplicateConfiguration {

    /** Beside a filing stand other events; twice as many are looked through as reports are remembered. */
    private static final long EVENTS_A_REPORT = 2;

    @Bean
    Following duplicateFollowing(Duplicates duplicates, DuplicateProperties properties, Followings followings) {
        return followings.ofMemory(duplicates, EVENTS_A_REPORT * properties.remembered());
    }
}
