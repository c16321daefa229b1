package no.abakus.tasks.config;

/**
 * Creates and checks the tokens of messages. A token is a secret. If a node created it, the token ends with a seal. So
 * a worker can tell whether a node has sent the message, because other senders cannot create a seal. Thread-safe.
 *
 * @param random makes secrets that nobody can guess
 * @param seals creates and checks seals
 */
public record SendTokens(Ids random, Seals seals) {

    private static final String PURPOSE = "token";
    private static final char SEPARATOR = '.';

    /** Returns the token of a new message with this id. */
    public String next(String id) {
        String secret = random.next();
        return secret + SEPARATOR + seals.of(PURPOSE, id, secret);
    }

    /** Whether a node has created this token for a message with this id. */
    public boolean isOfNode(String token, String id) {
        int end = token.lastIndexOf(SEPARATOR);
        return end > 0 && seals.isValid(token.substring(end + 1), PURPOSE, id, token.substring(0, end));
    }
}
