package no.abakus.sample;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import no.abakus.tasks.TaskOptionException;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemMapper;
import no.abakus.web.problem.ProblemType;

/** Responds with a 400 if the task system refuses a client's options, such as a time in the far future. */
@Provider
public final class TaskRefusals implements ExceptionMapper<TaskOptionException> {

    private static final ProblemType OPTION = new ProblemType("task-option", 400, "An option of the call is not valid");

    @Override
    public Response toResponse(TaskOptionException refused) {
        return ProblemMapper.response(new Problem(OPTION, refused.getMessage()));
    }
}
