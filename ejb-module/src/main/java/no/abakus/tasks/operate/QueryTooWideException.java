package no.abakus.tasks.operate;

/**
 * A query took longer than the database may work on it, and was ended. The message says what would narrow it. The
 * database itself is well, so the same query would take as long again.
 */
public final class QueryTooWideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A query that was ended.
     *
     * @param message what would narrow it
     * @param cause what the database reported
     */
    public QueryTooWideException(String message, Throwable cause) {
        super(message, cause);
    }
}
