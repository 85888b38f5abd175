package casebook.command.personaldata;

import casebook.command.following.Following;
import casebook.command.following.Followings;
import casebook.personaldata.PersonVault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has erasures completed. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    Following erasureFollowing(PersonVault vault, Followings followings) {
        return followings.of(new ErasureFollower(vault));
    }
}
