package no.abakus.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLoginTest {

    private static final String OTHER = "https://evil.example";

    private final BasicLogin login = new WithSessions();

    @Test
    void a_session_reaches_the_application_with_its_user() throws Exception {
        Exchange exchange = signedIn("GET").through(login);

        assertThat(exchange.reached.get().getRemoteUser()).isEqualTo("kari");
        assertThat(exchange.reached.get().isUserInRole("reader")).isTrue();
        assertThat(exchange.reached.get().getAuthType()).isEqualTo("FORM");
    }

    @Test
    void an_unknown_session_of_a_script_is_expired_without_a_challenge() throws Exception {
        Exchange exchange = new Exchange("GET", null)
                .with("Cookie", "s=other")
                .with("X-Requested-With", "page")
                .through(login);

        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.body()).contains("\"code\":\"session-expired\"");
        assertThat(exchange.responseHeaders).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void somebody_who_opens_the_address_is_challenged() throws Exception {
        Exchange exchange =
                new Exchange("GET", null).with("Sec-Fetch-Mode", "navigate").through(login);

        assertThat(exchange.responseHeaders).containsKey("WWW-Authenticate");
    }

    @Test
    void wrong_credentials_are_not_saved_by_a_session() throws Exception {
        Exchange exchange =
                new Exchange("GET", "Basic !").with("Cookie", "s=good").through(login);

        assertThat(exchange.status).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin,                      ,                        200",
        "same-origin, https://evil.example , 200",
        "           , https://console:8443 , 200",
        "           , HTTP://CONSOLE:8443  , 200",
        "same-site  , https://console:8443 , 403",
        "cross-site , https://console:8443 , 403",
        "none       ,                      ,                        403",
        "           , https://console      , 403",
        "           , https://evil.example , 403",
        "           , null                 , 403",
        "           , :::                  , 403",
        "           ,                      ,                        403"
    })
    void a_write_with_a_session_must_come_from_the_own_page(String site, String origin, int status) throws Exception {
        Exchange exchange = signedIn("POST")
                .with("Content-Type", "application/json")
                .with("Host", "console:8443")
                .with("Sec-Fetch-Site", site)
                .with("Origin", origin)
                .through(login);

        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.reached.get() != null).isEqualTo(status == 200);
        if (status == 403) {
            assertThat(exchange.body()).contains("\"code\":\"cross-site\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,text/plain,415", "POST,,415", "POST,application/json;charset=utf-8,200", "DELETE,,200"})
    void a_body_with_a_session_is_json(String method, String type, int status) throws Exception {
        Exchange exchange = signedIn(method)
                .with("Content-Type", type)
                .with("Sec-Fetch-Site", "same-origin")
                .through(login);

        assertThat(exchange.status).isEqualTo(status);
    }

    @Test
    void reading_needs_no_origin() throws Exception {
        assertThat(signedIn("GET").with("Sec-Fetch-Site", "cross-site").through(login).status)
                .isEqualTo(200);
    }

    @Test
    void who_signs_in_finds_the_door_that_counts_failures() throws Exception {
        Exchange exchange = signIn().through(login);
        PasswordDoor door = (PasswordDoor) exchange.attributes.get(PasswordDoor.ATTRIBUTE);

        assertThat(door.check(exchange.reached.get(), "kari", "right")).isInstanceOf(LoginOutcome.Granted.class);
        for (int i = 0; i < 6; i++) {
            door.check(exchange.reached.get(), "kari", "wrong");
        }
        assertThat(door.check(exchange.reached.get(), "kari", "wrong")).isInstanceOf(LoginOutcome.Postponed.class);
    }

    @Test
    void nobody_is_signed_in_by_another_site_or_with_a_large_body() throws Exception {
        assertThat(signIn().with("Origin", OTHER).through(login).status).isEqualTo(403);
        assertThat(signIn().with("Content-Length", "4097").through(login).status)
                .isEqualTo(413);
        assertThat(signIn().with("Content-Length", "-1").through(login).status).isEqualTo(413);
    }

    private static Exchange signedIn(String method) {
        return new Exchange(method, null).with("Cookie", "a=b; s=good");
    }

    private static Exchange signIn() {
        return new Exchange("POST", null)
                .at("/app/in")
                .with("Content-Type", "application/json")
                .with("Content-Length", "30");
    }

    private static final class WithSessions extends BasicLogin {
        WithSessions() {
            super("test");
        }

        @Override
        protected Optional<Set<String>> roles(String user, String password) {
            return password.equals("right") ? Optional.of(Set.of("reader")) : Optional.empty();
        }

        @Override
        protected Optional<Session> session(UnaryOperator<String> headers) {
            String cookie = headers.apply("Cookie");
            return cookie != null && cookie.contains("s=good")
                    ? Optional.of(new Session("kari", Set.of("reader")))
                    : Optional.empty();
        }

        @Override
        protected boolean isSignIn(String path) {
            return path.equals("/in");
        }
    }
}
