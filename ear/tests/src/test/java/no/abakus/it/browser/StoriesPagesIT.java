package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * What operators come for takes them no more clicks than the page was designed for. {@link FailingPagesIT} has the
 * story of the operator who is paged, with the keyboard alone.
 */
@WithBrowser
final class StoriesPagesIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Clicks that a key causes have no detail. */
    private static final String WATCH = "window.clicks = 0; window.filled = new Set();"
            + "addEventListener('click', e => { window.clicks += e.detail > 0 ? 1 : 0; }, true);"
            + "addEventListener('input', e => { window.filled.add(e.target); }, true);";

    /** Every story begins at the overview. */
    private static Page begin(Server server, Browser browser) {
        Page page = browser.asOperator(server, "").page();
        page.heading("Nodes");
        browser.script(WATCH);
        return page;
    }

    private static void assertWay(Browser browser, long clicks, long fields) {
        assertThat((Long) browser.script("return window.clicks")).as("clicks").isBetween(1L, clicks);
        assertThat((Long) browser.script("return window.filled.size"))
                .as("fields that were filled in")
                .isLessThanOrEqualTo(fields);
    }

    private static String node(Server server) throws InterruptedException {
        return server.operator().get(API + "workers").json().fieldNames().next();
    }

    /** Pastes a request's id into the search, and presses Enter. */
    private static Page searched(Server server, Browser browser, String request) {
        Page page = begin(server, browser);
        browser.press(Keys.chord(Keys.CONTROL, "k"));
        page.dialog("Search");
        browser.press(request, Keys.ENTER);
        page.heading("Request " + request);
        return page;
    }

    @Test
    void why_the_mail_of_a_request_failed_takes_one_click(Server server, Browser browser) throws Exception {
        String request = "mail-" + UUID.randomUUID();
        server.operator()
                .with("X-Request-ID", request)
                .applyAsync("diagnostics.fail", "{\"args\":[\"no such address\"]}");
        await("its row")
                .atMost(PATIENCE)
                .until(() -> server.operator()
                                .get(API + "executions?q=request_id:" + request)
                                .json()
                                .at("/total/value")
                                .asInt()
                        == 1);

        Page page = searched(server, browser, request);
        page.link("diagnostics.fail").click();

        page.heading("diagnostics.fail");
        page.text("It failed for good: 0 of 3 retries are used, but it is not retried again.");
        assertWay(browser, 1, 1);
    }

    /** A task that has not ended is not in the history. */
    @Test
    void why_the_mail_of_a_request_is_not_sent_yet_takes_one_click(Server server, Browser browser) throws Exception {
        Http http = server.operator();
        Assumptions.assumeFalse(
                http.get(API + "queues/scheduled").status() == 501, "This broker does not list delayed tasks");
        String request = "mail-" + UUID.randomUUID();
        String id = http.with("X-Request-ID", request)
                .applyAsync("diagnostics.echo", "{\"args\":[\"a mail\"],\"countdown\":200}");
        try {
            Page page = searched(server, browser, request);
            page.link("diagnostics.echo").click();

            page.heading("diagnostics.echo");
            page.textLike("It is due in \\d minutes, at ");
            assertWay(browser, 1, 1);
        } finally {
            http.post(API + "results/" + id + "/revoke", "{\"terminate\":true}");
        }
    }

    @Test
    void a_queue_that_grows_is_emptied_in_four_clicks(Server server, Browser browser) throws Exception {
        Http http = server.operator();
        String node = node(server);
        http.post(API + "workers/" + node + "/quiet", "{\"timeout\":5}");
        try {
            String id = http.applyAsync("diagnostics.echo", "{\"args\":[1],\"ignore_result\":false}");

            Page page = begin(server, browser);
            page.link("default").click();
            page.heading("Queue default");
            page.text("Quiet, so no task of this queue starts there");
            page.link(node).click();
            page.heading("Node " + node);
            page.button("Wake node " + node).click();
            page.button("Wake").click();

            page.button("Quiet node " + node);
            assertWay(browser, 4, 0);
            assertThat(http.get(API + "results/" + id + "?wait=20")
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("SUCCESS");
        } finally {
            http.post(API + "workers/" + node + "/wake", "{}");
        }
    }

    /** The order to stop does not reach the server, because other tests use it. */
    @Test
    void a_node_is_emptied_and_stopped_in_five_clicks(Server server, Browser browser) throws Exception {
        String node = node(server);
        try {
            Page page = begin(server, browser.answering("stories"));
            page.place("Nodes").click();
            page.button("Quiet node " + node).click();
            page.button("Quiet").click();
            page.until("that nothing runs there", same -> same.rows("Nodes").stream()
                    .anyMatch(row -> row.startsWith(node + " | quiet | 0 | ")));
            page.button("Shut down node " + node).click();
            page.text("(now: 0)");
            page.button("Shut down").click();

            page.until("the order", same -> ("shutdown " + node + " 300")
                    .equals(browser.script("return window.done.join()")));
            assertWay(browser, 5, 0);
        } finally {
            server.operator().post(API + "workers/" + node + "/wake", "{}");
        }
    }

    /** Here the letters are invented. DeadLettersPageIT has real ones, but not as many for one reason. */
    @Test
    void the_dead_letters_of_a_bad_release_are_sent_back_in_four_clicks(Server server, Browser browser) {
        Page page = begin(server, browser.answering("stories"));
        page.place("Dead letters").click();
        page.button("unknown-task 9,988").click();
        page.button("Requeue 9,988…").click();
        page.dialog("Requeue 9,988 dead letters?");
        page.button("Requeue").click();

        page.text("9,988 requeued.");
        assertThat(browser.script("return window.done.join()")).isEqualTo("requeue 9988");
        assertWay(browser, 4, 0);
    }
}
