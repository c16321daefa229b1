package no.abakus.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyProblem;
import no.abakus.web.body.BodyRules;
import org.junit.jupiter.api.Test;

class BasicLoginTest {

    private final BasicLogin login = new OneUser("test");

    @Test
    void valid_credentials_reach_the_application_with_name_and_roles() throws Exception {
        Exchange exchange = new Exchange("GET", basic("kari:æ:b")).through(login);

        HttpServletRequest seen = exchange.reached.get();
        assertThat(seen.getRemoteUser()).isEqualTo("kari");
        assertThat(seen.getUserPrincipal().getName()).isEqualTo("kari");
        assertThat(seen.isUserInRole("reader")).isTrue();
        assertThat(seen.isUserInRole("writer")).isFalse();
        assertThat(seen.getAuthType()).isEqualTo("BASIC");
    }

    @Test
    void a_write_that_a_page_of_another_site_sends_with_a_password_the_browser_remembers_is_refused() throws Exception {
        for (String site : new String[] {"cross-site", "same-site"}) {
            Exchange exchange = new Exchange("POST", basic("kari:æ:b"))
                    .with("Sec-Fetch-Site", site)
                    .through(login);

            assertThat(exchange.reached).hasNullValue();
            assertThat(exchange.status).isEqualTo(403);
            assertThat(exchange.body()).contains("\"code\":\"cross-site\"");
        }
        for (String own : new String[] {"same-origin", "none"}) {
            assertThat(new Exchange("POST", basic("kari:æ:b"))
                            .with("Sec-Fetch-Site", own)
                            .through(login)
                            .reached)
                    .doesNotHaveNullValue();
        }
    }

    @Test
    void a_body_that_was_cut_off_is_refused_and_its_lines_say_that_the_client_is_gone() throws Exception {
        Exchange exchange = new Exchange("POST", basic("kari:æ:b"));
        exchange.attributes.put(BodyGate.DONE, "true");
        exchange.attributes.put(BodyProblem.ATTRIBUTE, BodyProblem.CUT_OFF.name());
        Object bound;
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            exchange.through(new WithBodies());
            bound = LogContext.current().get("client_gone");
        }

        assertThat(bound).isEqualTo("the body ended too early");
        assertThat(exchange.status).isEqualTo(400);
        assertThat(exchange.body()).contains("\"code\":\"body-cut-off\"");
        assertThat(exchange.reached).hasNullValue();
    }

    @Test
    void binds_the_user_to_the_log_context_of_the_request() throws Exception {
        AtomicReference<Object> bound = new AtomicReference<>();
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            new Exchange("GET", basic("kari:æ:b")).through(login);
            bound.set(LogContext.current().get("current_user"));
        }

        assertThat(bound).hasValue("kari");
        assertThat(LogContext.current().get("current_user")).isNull();
    }

    @Test
    void a_wrong_password_is_refused_with_a_challenge_and_a_problem() throws Exception {
        Exchange exchange = new Exchange("GET", basic("kari:wrong")).through(login);

        assertThat(exchange.reached).hasNullValue();
        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.responseHeaders)
                .containsEntry("WWW-Authenticate", "Basic realm=\"test\", charset=\"UTF-8\"")
                .containsEntry("Content-Type", "application/problem+json");
        assertThat(exchange.body()).contains("\"code\":\"unauthorized\"").doesNotContain("wrong");
    }

    @Test
    void a_role_that_does_not_permit_the_request_is_forbidden() throws Exception {
        Exchange exchange = new Exchange("DELETE", basic("kari:æ:b")).through(login);

        assertThat(exchange.reached).hasNullValue();
        assertThat(exchange.status).isEqualTo(403);
        assertThat(exchange.responseHeaders).doesNotContainKey("WWW-Authenticate");
        assertThat(exchange.body()).contains("\"code\":\"forbidden\"");
    }

    @Test
    void a_request_that_needs_no_login_passes_without_a_user() throws Exception {
        BasicLogin open = new OneUser("test") {
            @Override
            protected boolean needsLogin(HttpServletRequest request) {
                return false;
            }
        };

        assertThat(new Exchange("GET", null).through(open).reached.get()).isNotNull();
    }

    @Test
    void after_too_many_failures_the_answer_says_when_to_try_again() throws Exception {
        for (int i = 0; i < 6; i++) {
            new Exchange("GET", basic("kari:wrong")).through(login);
        }

        Exchange exchange = new Exchange("GET", basic("kari:æ:b")).through(login);

        assertThat(exchange.status).isEqualTo(429);
        assertThat(exchange.responseHeaders).containsEntry("Retry-After", "1");
        assertThat(exchange.body()).contains("\"code\":\"too-many-logins\"");
    }

    @Test
    void the_scheme_is_read_in_any_case() throws Exception {
        String header = basic("kari:æ:b").replace("Basic", "bASIC");

        assertThat(new Exchange("GET", header).through(login).reached.get()).isNotNull();
    }

    @Property
    void no_header_makes_it_throw_or_lets_a_stranger_in(@ForAll String header) throws Exception {
        assertThat(new Exchange("GET", header).through(new OneUser("test")).status)
                .isEqualTo(401);
    }

    @Property
    void no_decoded_text_makes_it_throw_or_lets_a_stranger_in(@ForAll byte[] decoded) throws Exception {
        String header = "Basic " + Base64.getEncoder().encodeToString(decoded);

        assertThat(new Exchange("GET", header).through(new OneUser("test")).status)
                .isEqualTo(401);
    }

    @Test
    void a_name_with_a_control_character_is_no_name() throws Exception {
        assertThat(new Exchange("GET", basic("ka\nri:x")).through(login).status).isEqualTo(401);
    }

    @Test
    void credentials_do_not_print_their_password() {
        assertThat(new Credentials("kari", "hush")).hasToString("kari");
    }

    @Test
    void a_realm_cannot_break_out_of_its_header() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OneUser("a\"b"));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static final class WithBodies extends BasicLogin {
        WithBodies() {
            super("test", Duration.ZERO, BodyRules.DEFAULT);
        }

        @Override
        protected Optional<Set<String>> roles(String user, String password) {
            return Optional.of(Set.of("reader"));
        }
    }

    private static class OneUser extends BasicLogin {
        OneUser(String realm) {
            super(realm);
        }

        @Override
        protected Optional<Set<String>> roles(String user, String password) {
            return user.equals("kari") && same("æ:b", password) ? Optional.of(Set.of("reader")) : Optional.empty();
        }

        @Override
        protected boolean permits(HttpServletRequest request, Set<String> roles) {
            return !request.getMethod().equals("DELETE") || roles.contains("writer");
        }
    }
}
