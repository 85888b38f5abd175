package casebook.command.personaldata;

import casebook.personaldata.PersonVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wraps by the newest master key what older ones wrapped, and says when an older one is not needed any more. */
final class MasterKeyRotation implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRotation.class);

    private final PersonVault vault;

    MasterKeyRotation(PersonVault vault) {
        this.vault = vault;
    }

    @Override
    public void run() {
        var wrapped = vault.rewrap();
        if (wrapped > 0) {
            LOG.info("{} keys were wrapped anew: every key is wrapped by the primary master key now", wrapped);
        }
    }
}
