package no.abakus.tasks.console.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.List;
import no.abakus.tasks.MaxRetriesExceededException;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOptionException;
import org.junit.jupiter.api.Test;

class TaskProblemsTest {

    private final TaskProblems problems = new TaskProblems();

    @Test
    void what_the_engine_refuses_has_a_status_and_a_code() {
        assertThat(List.<TaskException>of(
                        new TaskArgumentException("a"),
                        new TaskOptionException("b"),
                        new TaskNotFoundException("c"),
                        new OperationalException("d", new IllegalStateException("tcp://broker:61616")),
                        new MaxRetriesExceededException("e")))
                .map(problems::toResponse)
                .extracting(Response::getStatus, response -> body(response).getString("code"))
                .containsExactly(
                        tuple(400, "task-argument"),
                        tuple(400, "task-option"),
                        tuple(404, "task-not-found"),
                        tuple(503, "broker-unavailable"),
                        tuple(500, "internal-error"));
    }

    @Test
    void a_refusal_says_what_the_engine_said() {
        assertThat(body(problems.toResponse(new TaskOptionException("Priority 10 is out of range")))
                        .getString("detail"))
                .isEqualTo("Priority 10 is out of range");
    }

    @Test
    void an_unreachable_broker_is_not_described_to_clients() {
        Response response = problems.toResponse(new OperationalException("tcp://broker:61616 refused", null));

        assertThat(body(response).toString()).doesNotContain("61616");
    }

    private static JsonObject body(Response response) {
        return Json.createReader(new StringReader((String) response.getEntity()))
                .readObject();
    }
}
