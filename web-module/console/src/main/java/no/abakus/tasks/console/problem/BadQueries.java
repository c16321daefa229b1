package no.abakus.tasks.console.problem;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.StringReader;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/** Responds to an invalid query with a problem that says where the mistake is. */
public final class BadQueries implements ExceptionMapper<InvalidQueryException> {

    private static final ProblemType BAD_QUERY = new ProblemType("bad-query", 400, "Invalid query");

    @Override
    public Response toResponse(InvalidQueryException thrown) {
        String problem = new Problem(BAD_QUERY, thrown.getMessage()).toJson();
        String withPosition = Json.createObjectBuilder(
                        Json.createReader(new StringReader(problem)).readObject())
                .add("position", thrown.position())
                .build()
                .toString();
        return Response.status(BAD_QUERY.status())
                .type(Problem.MEDIA_TYPE)
                .entity(withPosition)
                .build();
    }
}
