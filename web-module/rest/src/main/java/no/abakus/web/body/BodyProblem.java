package no.abakus.web.body;

import java.util.Locale;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/** The reason why a body was refused. */
public enum BodyProblem {
    CUT_OFF("body-cut-off", 400, "Body cut off", "The body ended too early"),
    TOO_LARGE("body-too-large", 413, "Body too large", "A body may have %d bytes at most"),
    TOO_MANY_VALUES(
            "body-too-large",
            413,
            "Body too large",
            "The names and values of the body would take more memory than there is for all bodies; send them in several"
                    + " bodies"),
    TOO_SLOW(
            "body-too-slow",
            408,
            "Body too slow",
            "The body did not arrive in time; send all of it immediately, %d bytes at most"),
    TOO_MANY(
            "too-many-bodies",
            503,
            "Too many bodies at the same time",
            "Too many other bodies are being read; send the request again in a second");

    /** The request attribute that holds the name of the problem. */
    public static final String ATTRIBUTE = BodyProblem.class.getName();

    private final String code;
    private final int status;
    private final String title;
    private final String detail;

    BodyProblem(String code, int status, String title, String detail) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** Returns the problem to report to the client. */
    public Problem told(BodyRules rules) {
        return new Problem(new ProblemType(code, status, title), String.format(Locale.ROOT, detail, rules.mostBytes()));
    }
}
