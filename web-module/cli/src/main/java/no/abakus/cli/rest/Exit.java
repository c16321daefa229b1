package no.abakus.cli.rest;

/** The exit codes of the process, for scripts. */
public enum Exit {
    /** The command was carried out, with a good result. */
    DONE(0),
    /** The command was carried out, but the system is not well, or the task did not succeed. */
    BAD_NEWS(1),
    /** The server refused the call. */
    REFUSED(3),
    /** The server failed, or could not be reached. */
    UNREACHABLE(4),
    /** The task has not ended in the time given. */
    NOT_YET(5);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** Returns the exit code of the process. */
    public int code() {
        return code;
    }
}
