package no.abakus.tasks.operate;

/** A query cannot be understood. */
public final class InvalidQueryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * A query that is wrong from this position on.
     *
     * @param position the index of the first character that is wrong
     */
    public InvalidQueryException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** The index of the first character of the query that is wrong, from 0. */
    public int position() {
        return position;
    }
}
