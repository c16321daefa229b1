package no.abakus.tasks.console.problem;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/** Responds to an invalid query with a problem that says where the mistake is. */
public final class BadQueries implements ExceptionMapper<InvalidQueryException> {

    private static final ProblemType BAD_QUERY = new ProblemType("bad-query", 400, "Invalid query");

    /** Returns the exception for a mistake in a parameter other than {@code q}. Its position is the first character. */
    public static InvalidQueryException badParameter(String detail) {
        return new InvalidQueryException(0, detail);
    }

    @Override
    public Response toResponse(InvalidQueryException thrown) {
        return Response.status(BAD_QUERY.status())
                .type(Problem.MEDIA_TYPE)
                .entity(json(thrown))
                .build();
    }

    /** Sends the problem as the response, outside of JAX-RS. */
    public static void send(InvalidQueryException thrown, HttpServletResponse response) throws IOException {
        response.setStatus(BAD_QUERY.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json(thrown).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(InvalidQueryException thrown) {
        String problem = new Problem(BAD_QUERY, thrown.getMessage()).toJson();
        return Json.createObjectBuilder(
                        Json.createReader(new StringReader(problem)).readObject())
                .add("position", thrown.position())
                .build()
                .toString();
    }
}
