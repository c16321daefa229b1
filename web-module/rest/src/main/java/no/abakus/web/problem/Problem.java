package no.abakus.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import no.abakus.logging.LogContext;

/**
 * One occurrence of a problem. Immutable.
 *
 * @param type the type of the problem
 * @param detail what is wrong in this case, and what would be valid
 */
public record Problem(ProblemType type, String detail) {

    /** The media type of a problem in JSON. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        Objects.requireNonNull(type, "A problem needs a type");
        Objects.requireNonNull(detail, "A problem needs a detail");
    }

    /** Sends the problem as the response, outside of JAX-RS. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(type.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the problem as JSON, with the id of the request that this thread serves. */
    public String toJson() {
        JsonObjectBuilder members = Json.createObjectBuilder()
                .add("type", type.uri())
                .add("title", type.title())
                .add("status", type.status())
                .add("detail", detail)
                .add("code", type.code());
        if (LogContext.current().get("request_id") instanceof String requestId) {
            members.add("request_id", requestId);
        }
        return members.build().toString();
    }
}
