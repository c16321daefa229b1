package no.abakus.tasks.console.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import no.abakus.tasks.operate.InvalidQueryException;
import org.junit.jupiter.api.Test;

class BadQueriesTest {

    private static JsonObject told(InvalidQueryException thrown) {
        Response response = new BadQueries().toResponse(thrown);
        assertThat(response.getStatus()).isEqualTo(400);
        return Json.createReader(new StringReader((String) response.getEntity()))
                .readObject();
    }

    @Test
    void a_mistake_is_told_with_its_position() {
        JsonObject told = told(new InvalidQueryException(13, "Cannot parse q at position 13"));

        assertThat(told.getString("code")).isEqualTo("bad-query");
        assertThat(told.getString("detail")).isEqualTo("Cannot parse q at position 13");
        assertThat(told.getInt("position")).isEqualTo(13);
    }

    @Test
    void a_mistake_in_another_parameter_has_a_position_too() {
        assertThat(told(BadQueries.badParameter("limit takes a number")).getInt("position"))
                .isZero();
    }
}
