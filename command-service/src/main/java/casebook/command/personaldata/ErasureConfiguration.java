package casebook.command.personaldata;

import casebook.command.following.Following;
import casebook.command.following.Followings;
import casebook.command.following.Round;
import casebook.personaldata.PersonVault;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has erasures completed, and keys wrapped by the newest master key. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

    @Bean
    Following erasureFollowing(PersonVault vault, Followings followings) {
        return followings.of(new ErasureFollower(vault));
    }

    @Bean
    Round masterKeyRound(@Qualifier("erasureFollowing") Following following, PersonVault vault) {
        return new Round("master-key-round", following, BETWEEN_ROUNDS, new MasterKeyRotation(vault));
    }
}
