package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who can sign in, with which rights, and what happens when a session ends. */
@WithBrowser
final class SignInPageIT {

    private static final String API = "/abakus/api/";

    @Test
    void a_wrong_password_is_told_and_the_right_one_opens_the_page_that_was_asked_for(Server server, Browser browser) {
        Page page = browser.open(server, "queues").page();
        page.heading("Sign in to Abakus");
        page.field("Name").sendKeys("operator");
        browser.script("document.querySelector('input[type=password]').value = 'wrong'");
        page.button("Sign in").click();
        page.saying("alert", "no such user");

        browser.script("document.querySelector('input[type=password]').value = ''");
        browser.script("document.querySelector('input[type=password]').focus()");
        browser.press(Server.OPERATOR_PASSWORD, Keys.ENTER);

        page.heading("Queues");
        assertThat(browser.address()).endsWith("#/queues");
        page.link("Overview").click();
        page.heading("Overview");
        browser.back();
        page.heading("Queues");
        page.button("Sign out").click();
        page.heading("Sign in to Abakus");
    }

    @Test
    void a_viewer_sees_no_button_that_writes_and_no_write_of_his_succeeds(Server server, Browser browser)
            throws Exception {
        Page page =
                browser.as("viewer", Server.VIEWER_PASSWORD, server, "queues").page();
        page.link("default");
        assertThat(page.hasButton("Pause the queue default")).isFalse();
        browser.go("nodes");
        page.saying("table", "takes tasks");
        assertThat(browser.script("return [...document.querySelectorAll('main button')].length"))
                .isEqualTo(0L);
        browser.go("catalogue/diagnostics.add");
        page.heading("Attributes");
        assertThat(page.hasButton("Call")).isFalse();

        for (String write : List.of(
                "queues/default/pause",
                "queues/default/resume",
                "workers/any/quiet",
                "workers/any/shutdown",
                "tasks/diagnostics.add/apply-async",
                "results/any/revoke",
                "dead-letters/any/requeue",
                "control/pause")) {
            assertThat(fetched(browser, "POST", write)).as(write).isEqualTo("403 read-only");
        }
        assertThat(fetched(browser, "DELETE", "results/any")).isEqualTo("403 read-only");
        assertThat(fetched(browser, "DELETE", "dead-letters/any")).isEqualTo("403 read-only");
        page.button("Sign out").click();
        page.heading("Sign in to Abakus");
    }

    @Test
    void when_the_session_ends_the_form_stays_and_is_sent_once(Server server, Browser browser) throws Exception {
        long before = echoes(server);
        Page page = browser.asOperator(server, "catalogue/diagnostics.echo").page();
        // Otherwise a refresh of the page might notice first.
        page.button("❚❚ Live").click();
        page.field("value").sendKeys("\"half typed\"");
        browser.deleteCookies();
        page.button("Call").click();

        page.dialog("Your session has ended");
        browser.press(Server.OPERATOR_PASSWORD, Keys.ENTER);

        page.heading("diagnostics.echo");
        page.button("▶ Paused").click();
        page.text("half typed");
        page.text("succeeded");
        assertThat(echoes(server)).isEqualTo(before + 1);
    }

    @Test
    void another_site_cannot_write_with_the_cookie(Server server, Browser browser) throws Exception {
        browser.asOperator(server, "queues");
        Http stolen = server.http().with("Cookie", browser.cookies());
        assertThat(stolen.get(API + "session").json().path("user").asText()).isEqualTo("operator");

        for (Http other : List.of(
                stolen.with("Sec-Fetch-Site", "cross-site"), stolen.with("Origin", "https://evil.example"), stolen)) {
            Http.Answer answer = other.post(API + "queues/default/pause", "{}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("cross-site");
        }
        assertThat(browser.script("return document.cookie")).isEqualTo("");
    }

    @Test
    void a_session_that_was_ended_is_not_accepted_again_and_challenges_no_script(Server server, Browser browser)
            throws Exception {
        Page page = browser.asOperator(server, "queues").page();
        Http kept = server.http().with("Cookie", browser.cookies()).with("X-Requested-With", "test");
        page.button("Sign out").click();
        page.heading("Sign in to Abakus");

        Http.Answer answer = kept.get(API + "queues");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("code").asText()).isEqualTo("session-expired");
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void guesses_at_the_form_and_by_basic_are_counted_together(Server server, Browser browser) throws Exception {
        Http guesser = server.http();
        for (int i = 0; i < 3; i++) {
            assertThat(guess(guesser).status()).isEqualTo(401);
            assertThat(guesser.as("guessed", "wrong").get(API + "queues").status())
                    .isEqualTo(401);
        }

        Http.Answer answer = guess(guesser);

        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void odd_requests_to_the_session_and_the_page_are_refused_in_json(Server server, Browser browser) throws Exception {
        Http operator = server.operator();
        for (String body : List.of("", "null", "[]", "{}", "{\"user\":1}", "{\"user\":\"a\\n\",\"password\":\"b\"}")) {
            Http.Answer answer = operator.post(API + "session", body);
            assertThat(answer.status()).as(body + answer).isEqualTo(400);
        }
        assertThat(operator.post(API + "session", "{\"user\":\"" + "x".repeat(5_000) + "\"}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("body-too-large");
        assertThat(operator.post(API + "session/", "{\"user\":\"a\",\"password\":\"b\"}")
                        .status())
                .isEqualTo(404);
        assertThat(operator.post("/abakus/", "{}").json().path("code").asText()).isEqualTo("method-not-allowed");
        assertThat(operator.get("/abakus/nothing").json().path("code").asText()).isEqualTo("not-found");
        assertThat(server.http().get("/abakus/WEB-INF/page/index.html").status())
                .isIn(401, 404);
        assertThat(server.http().get("/abakus").header("Location")).endsWith("/abakus/");
    }

    @Test
    void the_page_is_delivered_with_its_policy_compressed_and_under_a_lasting_address(Server server, Browser browser)
            throws Exception {
        Http.Answer document = server.http().get("/abakus/");
        assertThat(document.header("Content-Type")).startsWith("text/html");
        assertThat(document.header("Content-Security-Policy"))
                .startsWith(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'")
                .endsWith("frame-ancestors 'none'");
        assertThat(document.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(document.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(server.http()
                        .with("If-None-Match", document.header("ETag"))
                        .get("/abakus/")
                        .status())
                .isEqualTo(304);

        String script = document.body().replaceAll("(?s).*src=\"(page/[^\"]+main\\.js)\".*", "$1");
        Http.Answer delivered = server.http().with("Accept-Encoding", "gzip").get("/abakus/" + script);
        assertThat(delivered.status()).isEqualTo(200);
        assertThat(delivered.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(delivered.header("Cache-Control")).contains("immutable");
        String other = script.replaceFirst("[0-9a-f]{16}", "0000000000000000");
        assertThat(server.http().get("/abakus/" + other).header("Cache-Control"))
                .isEqualTo("no-cache");
    }

    private static long echoes(Server server) throws InterruptedException {
        return server.operator()
                .get(API + "workers")
                .json()
                .findPath("processed")
                .path("diagnostics.echo")
                .asLong();
    }

    private static Http.Answer guess(Http http) throws InterruptedException {
        return http.post(API + "session", "{\"user\":\"guessed\",\"password\":\"wrong\"}");
    }

    private static Object fetched(Browser browser, String method, String path) {
        return browser.async(
                "const [method, path, done] = arguments;"
                        + "fetch('api/' + path, {method, headers: {'Content-Type': 'application/json'},"
                        + " body: method === 'POST' ? '{}' : undefined})"
                        + ".then(async r => done(r.status + ' ' + (await r.json()).code), e => done(String(e)))",
                method,
                path);
    }
}
