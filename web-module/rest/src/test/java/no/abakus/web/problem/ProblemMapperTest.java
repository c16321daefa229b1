package no.abakus.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringReader;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {

    private static final ProblemType TEAPOT = new ProblemType("teapot", 418, "A teapot");

    private final ProblemMapper mapper = new ProblemMapper();

    @Test
    void a_problem_has_every_member_of_rfc_9457_its_code_and_the_request_id() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            JsonObject body = body(mapper.toResponse(new ProblemException(TEAPOT, "No coffee \"here\"")), 418);

            assertThat(body.getString("type")).isEqualTo("urn:abakus:problem:teapot");
            assertThat(body.getString("title")).isEqualTo("A teapot");
            assertThat(body.getInt("status")).isEqualTo(418);
            assertThat(body.getString("detail")).isEqualTo("No coffee \"here\"");
            assertThat(body.getString("code")).isEqualTo("teapot");
            assertThat(body.getString("request_id")).isEqualTo("r-1");
        }
    }

    @Test
    void a_problem_is_found_inside_what_a_server_wraps_it_in() {
        Throwable wrapped = new IOException(new RuntimeException(new ProblemException(TEAPOT, "No coffee")));

        assertThat(body(mapper.toResponse(wrapped), 418).getString("code")).isEqualTo("teapot");
    }

    @Test
    void what_nobody_foresaw_tells_nothing_of_itself() {
        Throwable unforeseen = new IllegalStateException("jdbc:postgresql://db/secret");

        JsonObject body = body(mapper.toResponse(unforeseen), 500);

        assertThat(body.getString("code")).isEqualTo("internal-error");
        assertThat(body.toString()).doesNotContain("postgresql").doesNotContain("IllegalState");
    }

    @Test
    void a_body_whose_client_has_gone_is_not_an_internal_error() {
        try (LogScope scope = LogContext.bind("client_gone", "IOException: closed")) {
            Throwable unread = new ProcessingException(new IOException("closed"));

            assertThat(body(mapper.toResponse(unread), 400).getString("code")).isEqualTo("body-cut-off");
        }
    }

    @Test
    void a_response_that_could_not_be_written_is_none_either() {
        Throwable unwritten = new InternalServerErrorException(new ClientAbortException());

        assertThat(body(mapper.toResponse(unwritten), 400).getString("code")).isEqualTo("body-cut-off");
    }

    @Test
    void a_path_that_is_not_there_is_a_problem_too() {
        assertThat(body(mapper.toResponse(new NotFoundException()), 404).getString("code"))
                .isEqualTo("not-found");
    }

    @Test
    void a_method_that_is_not_allowed_still_says_which_are() {
        Response response = mapper.toResponse(new NotAllowedException("GET"));

        assertThat(body(response, 405).getString("code")).isEqualTo("method-not-allowed");
        assertThat(response.getHeaderString("Allow")).isEqualTo("GET");
    }

    /** Has the name of Catalina's. */
    private static final class ClientAbortException extends IOException {}

    private static JsonObject body(Response response, int expectedStatus) {
        assertThat(response.getStatus()).isEqualTo(expectedStatus);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        return Json.createReader(new StringReader((String) response.getEntity()))
                .readObject();
    }
}
