package no.abakus.tasks.port;

/**
 * The cause of a send that failed because the broker refused the sender's login or rights. Another attempt would fail as
 * well.
 */
public final class SenderRefused extends RuntimeException {

    /** The broker's refusal, in its own words. */
    public SenderRefused(Exception refusal) {
        super(refusal.getMessage(), refusal);
    }
}
