package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.Keys;

/** The first failures of a server on which nothing else has failed. */
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
@Tag("long")
final class FailingPagesIT {

    private static final String API = "/abakus/api/";
    private static final int PORT_OFFSET = 1270;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(3);
    /** {@link #SOON} is meant for a machine with one server. Here, other servers run at the same time. */
    private static final int TIMES_SLOWER = 3;

    private static final String VERDICT = "diagnostics\\.fail fails 100 % since [-0-9: ]+: IllegalStateException\\.";

    /**
     * Cases 2 and 19: the verdict soon names what fails, and from there an operator retries all failures with the
     * keyboard alone.
     */
    @Test
    void what_fails_is_named_and_retried_with_the_keyboard_alone(Browser browser) throws Exception {
        try (Server server = Server.fresh("failing", PORT_OFFSET, "-Dabakus.logging.environment=PROD")
                .start()) {
            String request = "paged-" + UUID.randomUUID();
            Page page = browser.asOperator(server, "").page();
            page.textLike("All is well");
            page.text("PROD");
            fail(server, request);
            long begun = System.nanoTime();
            page.textLike(VERDICT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON.multipliedBy(TIMES_SLOWER));

            browser.tabTo("Failures( [0-9,]+)?");
            browser.key(Keys.ENTER);
            isOneGroup(page);
            browser.back();

            follow(page, browser, request);
            await("all of them")
                    .atMost(PATIENCE)
                    .until(() -> total(server, "request_id:" + request + "+ctx.retried_by:operator") == 3);
            assertThat(total(server, "request_id:" + request)).isEqualTo(6);
        }
    }

    /** In six steps from the verdict to a sample, to all tasks of its request, back, and to the retry of its group. */
    private static void follow(Page page, Browser browser, String request) {
        page.textLike(VERDICT);
        browser.tabTo(VERDICT);
        browser.key(Keys.ENTER);
        isOneGroup(page);
        browser.tabTo("Latest failure of diagnostics\\.fail");
        browser.key(Keys.ENTER);
        page.heading("Error");
        page.heading("Context");
        browser.tabTo(request);
        browser.key(Keys.ENTER);
        page.until("the tasks of the request", same -> same.rows("Executions").size() == 3);
        // Alt and the left arrow belong to the browser, not to the page.
        browser.back();
        page.heading("Error");
        browser.tabTo("Retry all of the group…");
        browser.key(Keys.ENTER);
        page.dialog("Retry 3 tasks?");
        browser.tabTo("Retry");
        browser.key(Keys.ENTER);
        page.text("3 sent again.");
        browser.key(Keys.ESCAPE);
        page.until("no dialog", same -> browser.script("return document.querySelector('dialog[open]')") == null);
    }

    private static void isOneGroup(Page page) {
        page.heading("Failures");
        page.until(
                "one group with three failures",
                same -> same.rows("Failure groups").size() == 1
                        && same.rows("Failure groups")
                                .get(0)
                                .matches("(?s)diagnostics\\.fail \\| IllegalStateException at .* \\| 3 \\| .*"));
    }

    private static void fail(Server server, String request) throws InterruptedException {
        Http client = server.operator().with("X-Request-ID", request);
        for (int i = 0; i < 3; i++) {
            client.applyAsync("diagnostics.fail", "{\"args\":[\"as wished " + i + "\"]}");
        }
    }

    private static int total(Server server, String q) throws InterruptedException {
        return server.operator()
                .get(API + "executions?q=" + q)
                .json()
                .at("/total/value")
                .asInt();
    }
}
