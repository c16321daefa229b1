package no.abakus.web.problem;

/** Ends a request with a problem that is reported to the client. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, null);
    }

    public ProblemException(ProblemType type, String detail, Throwable cause) {
        super(type.code() + ": " + detail, cause);
        this.problem = new Problem(type, detail);
    }

    /** Returns the problem that is reported to the client. */
    public Problem problem() {
        return problem;
    }
}
