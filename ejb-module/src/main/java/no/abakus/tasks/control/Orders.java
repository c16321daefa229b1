package no.abakus.tasks.control;

import java.util.List;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.Pause;

/**
 * The commands that announce revocations and pauses to nodes. Each node replies with the ids of the running tasks that
 * it has interrupted.
 */
final class Orders {

    static final Command<Ids, String[]> REVOKE_IDS = new Command<>("revoke-ids", Ids.class, String[].class);
    static final Command<MatchingRevocation, String[]> REVOKE_MATCHING =
            new Command<>("revoke-matching", MatchingRevocation.class, String[].class);
    static final Command<Pause, String[]> PAUSE = new Command<>("pause", Pause.class, String[].class);
    static final Command<Pause, String[]> RESUME = new Command<>("resume", Pause.class, String[].class);

    /** Tasks that were revoked by their ids. */
    record Ids(List<Revocation> revocations) {}

    private Orders() {}
}
