package casebook.ledger;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Whether there is a key to sign checkpoints with, in one of the two forms. */
final class SigningKeyConfigured extends AnyNestedCondition {

    SigningKeyConfigured() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("casebook.ledger.checkpoints.key")
    static final class Given {}

    @ConditionalOnProperty("casebook.ledger.checkpoints.key-file")
    static final class InAFile {}
}
