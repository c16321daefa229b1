package no.abakus.tasks.config;

/**
 * The secrets of sends. A token of a node ends with a seal, so a worker knows whether a node has sent the message,
 * because any other sender can choose a token but not seal it. Thread-safe.
 *
 * @param random makes secrets that nobody can guess
 * @param seals the seals of the nodes
 */
public record SendTokens(Ids random, Seals seals) {

    private static final String PURPOSE = "token";
    private static final char SEPARATOR = '.';

    /** Returns the token of a new message with this id. */
    public String next(String id) {
        String secret = random.next();
        return secret + SEPARATOR + seals.of(PURPOSE, id, secret);
    }

    /** Whether a node has made this token for a message with this id. */
    public boolean isOfNode(String token, String id) {
        int end = token.lastIndexOf(SEPARATOR);
        return end > 0 && seals.isValid(token.substring(end + 1), PURPOSE, id, token.substring(0, end));
    }
}
