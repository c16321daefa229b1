package no.abakus.tasks.operate;

/** Thrown when a query cannot be parsed. Says where the query is wrong. */
public final class InvalidQueryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * Creates an exception for a query that is wrong from a position on.
     *
     * @param position the index of the first wrong character
     */
    public InvalidQueryException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Returns the index of the first wrong character of the query, counted from 0. */
    public int position() {
        return position;
    }
}
