package no.abakus.tasks.operate;

/**
 * Thrown when a query was cancelled because it reached the time limit. The message says how to narrow the query.
 * Running the same query again does not help, because the database works and the query itself takes too long.
 */
public final class QueryTooWideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for a query that was cancelled.
     *
     * @param message how to narrow the query
     * @param cause what the database reported
     */
    public QueryTooWideException(String message, Throwable cause) {
        super(message, cause);
    }
}
