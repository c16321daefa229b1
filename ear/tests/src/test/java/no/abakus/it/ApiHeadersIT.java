package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No response of an API may be stored, framed, run as a script, or taken for another type, whatever its status. */
@OnSharedServer
final class ApiHeadersIT {

    @ParameterizedTest
    @CsvSource({
        "/abakus/api/health, 200",
        "/abakus/api/tasks, 200",
        "/abakus/api/results/none, 404",
        "/abakus/api/nothing/here, 404",
        "/abakus/api/results/none?wait=x, 400"
    })
    void every_response_of_the_console_has_the_headers(String path, int status, Server server) throws Exception {
        assertClosed(server.operator().get(path), status);
    }

    @Test
    void a_refused_login_has_them_too(Server server) throws Exception {
        assertClosed(server.http().get("/abakus/api/tasks"), 401);
        assertClosed(server.http().as("viewer", Server.VIEWER_PASSWORD).delete("/abakus/api/results/none"), 403);
    }

    @Test
    void so_has_the_api_of_the_sample(Server server) throws Exception {
        assertClosed(server.http().as("webkom", "webkom").get("/registrations/api/ledger/nothing"), 200);
        assertClosed(server.http().get("/registrations/api/ledger/nothing"), 401);
    }

    private static void assertClosed(Http.Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }
}
