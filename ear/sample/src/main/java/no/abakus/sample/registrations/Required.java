package no.abakus.sample.registrations;

import java.util.List;
import java.util.Objects;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Checks what a client sent. */
final class Required {

    private static final ProblemType INVALID = new ProblemType("bad-body", 400, "Not the body that is expected here");

    private Required() {}

    static void text(String member, String value) {
        that(value != null && !value.isBlank(), member + " is missing");
    }

    static void list(String member, List<?> value) {
        that(value != null && !value.isEmpty() && value.stream().allMatch(Objects::nonNull), member + " has to be a list with something in it");
    }

    static void that(boolean valid, String otherwise) {
        if (!valid) {
            throw new ProblemException(INVALID, otherwise);
        }
    }
}
