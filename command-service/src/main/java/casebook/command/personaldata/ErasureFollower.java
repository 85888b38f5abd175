package casebook.command.personaldata;

import casebook.command.following.FollowedEvent;
import casebook.command.following.Follower;
import casebook.events.PersonalDataErased;
import casebook.personaldata.PersonVault;
import java.util.List;

/** Destroys the keys of all who were erased in the ledger: of those whose erasure broke off, and of all once more if it starts from the first event. */
final class ErasureFollower implements Follower {

    private final PersonVault vault;

    ErasureFollower(PersonVault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public void take(List<FollowedEvent> events) {
        events.stream()
                .filter(event -> event.type() == PersonalDataErased.class)
                .map(event -> (PersonalDataErased) event.event())
                .forEach(erasure -> vault.forget(erasure.subject()));
    }
}
