package no.abakus.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiHeadersTest {

    private static final String ONLY_TLS = "Strict-Transport-Security";

    private final BasicLogin login = new Guarded();

    @Test
    void a_response_over_tls_binds_the_browser_to_tls_even_if_the_login_is_refused() throws Exception {
        Exchange exchange = new Exchange("GET", null).overTls().through(login);

        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.responseHeaders).containsEntry(ONLY_TLS, "max-age=31536000");
    }

    @Test
    void a_response_without_tls_does_not() throws Exception {
        Exchange exchange = new Exchange("GET", null).through(login);

        assertThat(exchange.responseHeaders)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey(ONLY_TLS);
    }

    private static final class Guarded extends BasicLogin {
        Guarded() {
            super("test");
        }

        @Override
        protected void prepare(HttpServletRequest request, HttpServletResponse response) {
            ApiHeaders.set(request, response);
        }

        @Override
        protected Optional<Set<String>> roles(String user, String password) {
            return Optional.empty();
        }
    }
}
