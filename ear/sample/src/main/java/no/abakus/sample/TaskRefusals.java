package no.abakus.sample;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import no.abakus.tasks.TaskOptionException;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemMapper;
import no.abakus.web.problem.ProblemType;

/** Answers what the task system refuses of a client's wishes, such as a time in ages to come. */
@Provider
public final class TaskRefusals implements ExceptionMapper<TaskOptionException> {

    private static final ProblemType OPTION = new ProblemType("task-option", 400, "Option of the call is not valid");

    @Override
    public Response toResponse(TaskOptionException refused) {
        return ProblemMapper.response(new Problem(OPTION, refused.getMessage()));
    }
}
