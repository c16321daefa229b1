package no.abakus.cli.rest;

/** How the process ends, for scripts. */
public enum Exit {
    /** The command was carried out, with a good result. */
    DONE(0),
    /** The command was carried out; the system is not well, or the task did not succeed. */
    BAD_NEWS(1),
    /** The server refused the call. */
    REFUSED(3),
    /** The server could not be reached, or failed. */
    UNREACHABLE(4),
    /** The task has not ended in the time given. */
    NOT_YET(5);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The exit code of the process. */
    public int code() {
        return code;
    }
}
