package no.abakus.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;

/** The server answered with a problem. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final int status;
    private final String code;

    RefusedException(int status, JsonNode problem) {
        super(sentence(status, problem));
        this.status = status;
        this.code = problem.path("code").asText();
    }

    private static String sentence(int status, JsonNode problem) {
        String code = problem.path("code").asText("");
        String said = problem.path("detail").asText(problem.path("title").asText(""));
        String request = problem.path("request_id").asText("");
        return status
                + (code.isEmpty() ? "" : " " + code)
                + (said.isEmpty() ? "" : ": " + said)
                + (status == UNAUTHORIZED ? " Set ABAKUS_USER and ABAKUS_PASSWORD." : "")
                + (request.isEmpty() ? "" : " (request_id " + request + ")");
    }

    /** Returns whether the server failed, instead of refusing the call. */
    public boolean isFault() {
        return status >= SERVER_ERROR;
    }

    /**
     * Returns whether the same call will be refused again. That is not certain while a server is starting and does not
     * have the console yet, or while it has no room because of many clients.
     */
    public boolean isFinal() {
        return !isFault() && status != NOT_FOUND && status != TOO_MANY;
    }

    /** Returns the stable code of the problem; empty if there is none. */
    public String code() {
        return code;
    }
}
