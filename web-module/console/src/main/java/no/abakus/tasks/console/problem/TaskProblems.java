package no.abakus.tasks.console.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemMapper;
import no.abakus.web.problem.ProblemType;

/** Converts the exceptions of the task API to responses. */
public final class TaskProblems implements ExceptionMapper<TaskException> {

    private static final Log log = Log.get();

    private static final ProblemType ARGUMENT = new ProblemType("task-argument", 400, "Arguments do not fit the task");
    private static final ProblemType OPTION = new ProblemType("task-option", 400, "An option of the call is not valid");
    private static final ProblemType NOT_FOUND = new ProblemType("task-not-found", 404, "No such task");
    private static final ProblemType UNAVAILABLE =
            new ProblemType("broker-unavailable", 503, "The broker does not respond");

    @Override
    public Response toResponse(TaskException thrown) {
        if (thrown instanceof TaskArgumentException) {
            return ProblemMapper.response(new Problem(ARGUMENT, thrown.getMessage()));
        }
        if (thrown instanceof TaskOptionException) {
            return ProblemMapper.response(new Problem(OPTION, thrown.getMessage()));
        }
        if (thrown instanceof TaskNotFoundException) {
            return ProblemMapper.response(new Problem(NOT_FOUND, thrown.getMessage()));
        }
        if (thrown instanceof OperationalException) {
            // The exception's message names hosts and queues, which are of no use to clients.
            log.error("broker_unavailable", thrown);
            return ProblemMapper.response(
                    new Problem(UNAVAILABLE, "The task was not sent; send it again once GET health returns UP"));
        }
        return new ProblemMapper().toResponse(thrown);
    }
}
