package no.abakus.web.problem;

import java.util.Objects;

/**
 * A type of problem, as defined by RFC 9457.
 *
 * @param code identifies the type for programs; stable, lower case with hyphens
 * @param status the HTTP status
 * @param title describes the type in a few words for people; identical for every occurrence
 */
public record ProblemType(String code, int status, String title) {

    public ProblemType {
        Objects.requireNonNull(code, "A problem type needs a code");
        Objects.requireNonNull(title, "A problem type needs a title");
    }

    /** Returns the code as a URI, as RFC 9457 asks for. The URI is only a name and cannot be opened. */
    public String uri() {
        return "urn:abakus:problem:" + code;
    }
}
