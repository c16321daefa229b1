package no.abakus.tasks.port;

/**
 * The cause of a send that failed because the broker refused the sender's login or permissions. Another attempt would
 * fail as well.
 */
public final class SenderRefused extends RuntimeException {

    /** Creates a cause that has the broker's own message. */
    public SenderRefused(Exception refusal) {
        super(refusal.getMessage(), refusal);
    }
}
