package no.abakus.web.problem;

import java.util.Objects;

/**
 * A kind of problem. RFC 9457: problem type.
 *
 * @param code what a client's program tells kinds apart by; stable, lower case with hyphens
 * @param status the HTTP status
 * @param title the same in a few words for a human, and the same for every case
 */
public record ProblemType(String code, int status, String title) {

    public ProblemType {
        Objects.requireNonNull(code, "A kind of problem needs a code");
        Objects.requireNonNull(title, "A kind of problem needs a title");
    }

    /** The code as a URI, which RFC 9457 asks for; it names and leads nowhere. */
    public String uri() {
        return "urn:abakus:problem:" + code;
    }
}
