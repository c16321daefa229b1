package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who can sign in, with which rights, and what happens when a session ends. */
@WithBrowser
final class SignInPageIT {

    private static final String API = "/abakus/api/";

    /**
     * Actions that change something ask first, and their buttons say so with three dots. A call has a form of its own.
     */
    private static final String WRITING_BUTTONS = "return [...document.querySelectorAll('main button, main a.button')]"
            + ".map(button => button.textContent.trim()).filter(text => /…$|^(Call|Run|Save)\\b/.test(text))";

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

        List<String> writes =
                writes(server.operator().get(API + "openapi.json").json().path("paths"));
        assertThat(writes).hasSizeGreaterThan(20);
        for (String write : writes) {
            String[] call = write.split(" ", -1);
            assertThat(fetched(browser, call[0], call[1])).as(write).isEqualTo("403 read-only");
        }
        page.button("Sign out").click();
        page.heading("Sign in to Abakus");
    }

    /** Returns the method and the path of every call that changes something, except those that sign in and out. */
    private static List<String> writes(JsonNode paths) {
        List<String> writes = new ArrayList<>();
        paths.fieldNames()
                .forEachRemaining(path -> paths.path(path).fieldNames().forEachRemaining(method -> {
                    if (!method.equals("get") && !path.equals("/session")) {
                        writes.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.substring(1).replaceAll("\\{[a-z]+\\}", "any"));
                    }
                }));
        return writes;
    }

    /** Case 9, on every page that a viewer can open, including that of a failed task. */
    @Test
    void a_viewer_finds_no_button_that_writes_on_any_page(Server server, Browser browser) throws Exception {
        String failed = server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"seen by a viewer\"]}");
        String node = server.operator().get(API + "workers").json().fieldNames().next();
        Page page = browser.as("viewer", Server.VIEWER_PASSWORD, server, "tasks/" + failed)
                .page();
        page.text("failed");
        page.heading("Error");
        List<String> found = new ArrayList<>();
        for (String place : List.of(
                "tasks/" + failed,
                "tasks?q=id:" + failed,
                "",
                "failures",
                "dead-letters",
                "queues",
                "queues/default",
                "nodes",
                "nodes/" + node,
                "catalogue",
                "catalogue/diagnostics.fail",
                "applications",
                "applications/abakus",
                "audit")) {
            browser.go(place);
            page.whole();
            writingButtons(browser).forEach(button -> found.add(button + " at " + place));
        }

        assertThat(found).isEmpty();
        browser.asOperator(server, "tasks/" + failed);
        page.button("Retry…");
        assertThat(writingButtons(browser)).as("an operator's").contains("Retry…", "Run again with…", "Delete…");
    }

    @SuppressWarnings("unchecked")
    private static List<String> writingButtons(Browser browser) {
        return (List<String>) browser.script(WRITING_BUTTONS);
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

    /** Case 18: the browser sends the form with the cookie, because another port of the host is the same site. */
    @Test
    void a_form_of_another_origin_is_refused_although_it_has_the_cookie(Server server, Browser browser)
            throws Exception {
        browser.asOperator(server, "queues").page().heading("Queues");
        String target = "http://127.0.0.1:" + server.http().port() + API + "queues/default/pause";
        HttpServer other = withForm(target);
        try {
            Page page = browser.visit("http://127.0.0.1:" + other.getAddress().getPort() + "/")
                    .page();
            page.button("Win a prize").click();

            page.text("cross-site");
            assertThat(browser.address()).isEqualTo(target);
            assertThat(browser.script("return performance.getEntriesByType('navigation')[0].responseStatus"))
                    .isEqualTo(403L);
            assertThat(server.operator().get(API + "queues").body()).doesNotContain("\"paused\":true");
        } finally {
            other.stop(0);
        }
    }

    /** Serves a page whose form sends to this address what the API would read as JSON. */
    private static HttpServer withForm(String target) throws IOException {
        byte[] document = ("<!doctype html><title>Prizes</title><form method=post enctype=text/plain action=\"" + target
                        + "\"><input type=hidden name='{\"timeout\":1,\"x\":\"' value='\"}'>"
                        + "<button>Win a prize</button></form>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
        return server;
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
