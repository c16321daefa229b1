package no.abakus.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import no.abakus.logging.Log;
import no.abakus.logging.web.ClientGone;

/**
 * Responds to every error of a JAX-RS application with a problem. An unexpected exception is logged with its stack
 * trace and reported as {@code internal-error}.
 *
 * <p>This class is not marked as a provider, so no server registers it unasked. List it in {@code
 * Application.getClasses()}.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Log log = Log.get();
    private static final ProblemType CUT_OFF = new ProblemType("body-cut-off", 400, "Body cut off");
    private static final ProblemType INTERNAL = new ProblemType("internal-error", 500, "Internal error");

    @Override
    public Response toResponse(Throwable thrown) {
        // A server may wrap exceptions of a body reader.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException told) {
                return response(told.problem());
            }
        }
        if (ClientGone.isBehind(thrown)) {
            // If the client left while the response was written, nobody reads this response.
            return response(new Problem(CUT_OFF, "The body ended too early"));
        }
        if (thrown instanceof WebApplicationException http) {
            return ofStatus(http);
        }
        log.error("request_error", thrown);
        return response(new Problem(INTERNAL, "The request failed; the log has the reason under this request_id"));
    }

    /** Returns the problem as a response. */
    public static Response response(Problem problem) {
        return Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.toJson())
                .build();
    }

    /** Returns the response to a problem that JAX-RS itself reports, such as an unknown path or method. */
    private static Response ofStatus(WebApplicationException http) {
        Response original = http.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            log.error("request_error", http);
        }
        Response answer = response(new Problem(type(status), detail(status)));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    private static ProblemType type(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "HTTP " + status : known.getReasonPhrase();
        return new ProblemType(title.toLowerCase(Locale.ROOT).replace(' ', '-'), status, title);
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path";
            case 405 -> "This path does not support this method; see the header Allow";
            case 406 -> "The response would be application/json, which the header Accept excludes";
            case 415 -> "The body must be application/json, and the header Content-Type must say so";
            default -> "The request cannot be served";
        };
    }
}
