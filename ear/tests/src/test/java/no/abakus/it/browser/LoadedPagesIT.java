package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Pages with large values, in two tabs, and over a slow network. */
@Tag("long")
@WithBrowser
final class LoadedPagesIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** The targets are for a machine of its own; here other tests use the server at the same time. */
    private static final int TIMES_SLOWER = 3;

    private static final String IDS = "return [...document.querySelectorAll('table[aria-label=Executions] tbody a')]"
            + ".map(a => a.getAttribute('href')).filter(href => href.startsWith('#/tasks/'))"
            + ".map(href => decodeURIComponent(href.slice('#/tasks/'.length)))";

    private static int total(Server server, String q) throws InterruptedException {
        return server.operator()
                .get(API + "executions?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .json()
                .at("/total/value")
                .asInt();
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Browser browser) {
        return (List<String>) browser.script(IDS);
    }

    /** Case 11: a megabyte does not slow the pages down, and a download has every byte of it. */
    @Test
    void a_megabyte_is_shortened_and_downloaded_whole(Server server, Browser browser) throws Exception {
        String big = "æ<b>".repeat(200_000);
        String id = server.operator()
                .applyAsync("diagnostics.echo", "{\"args\":[\"" + big + "\"],\"ignore_result\":false}");
        server.operator().get(API + "results/" + id + "?wait=30");
        await("its row").atMost(PATIENCE).until(() -> total(server, "id:" + id) == 1);

        Page page = browser.asOperator(server, "queues").page();
        page.link("default");
        long asked = System.nanoTime();
        browser.go("tasks?q=id:" + id);
        page.link("diagnostics.echo");
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("the list")
                .isLessThan(Duration.ofSeconds(1).multipliedBy(TIMES_SLOWER));
        long begun = System.nanoTime();
        page.link("diagnostics.echo").click();
        page.heading("Result");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(Duration.ofSeconds(1).multipliedBy(TIMES_SLOWER));
        assertThat(page.body().length()).isLessThan(50_000);

        browser.script("window.saved = []; const make = URL.createObjectURL;"
                + "URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob); };");
        page.button("Download").click();
        assertThat(browser.async("const [done] = arguments; saved[0].text().then(done, e => done(String(e)))"))
                .isEqualTo(big);
        assertThat(browser.strangers()).isEmpty();
    }

    /** Case 11: what JavaScript would round keeps its digits. */
    @Test
    void a_number_beyond_doubles_keeps_its_digits(Server server, Browser browser) throws Exception {
        String id = server.operator()
                .applyAsync("diagnostics.echo", "{\"args\":[9007199254740993],\"ignore_result\":false}");
        server.operator().get(API + "results/" + id + "?wait=30");

        Page page = browser.asOperator(server, "tasks/" + id).page();

        page.heading("Result");
        page.text("9007199254740993");
    }

    /** Case 16: of two tabs that retry the same task, one sends it, and the other is told that it was sent. */
    @Test
    void two_tabs_retry_a_task_once(Server server, Browser browser) throws Exception {
        String id = server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"for two tabs\"]}");
        await("its row").atMost(PATIENCE).until(() -> total(server, "id:" + id) == 1);
        Page page = browser.asOperator(server, "tasks/" + id).page();
        String first = browser.driver().getWindowHandle();
        page.button("Retry…").click();
        page.dialog("Retry diagnostics.fail?");
        browser.driver().switchTo().newWindow(WindowType.TAB);
        try {
            browser.open(server, "tasks/" + id);
            page.button("Retry…").click();
            page.button("Retry").click();
            page.until("the new task", same -> !browser.address().endsWith(id));
        } finally {
            browser.driver().close();
            browser.driver().switchTo().window(first);
        }

        page.button("Retry").click();

        page.saying("alert", "The task was sent again before (already-retried)");
        page.button("Cancel").click();
        await("the new execution").atMost(PATIENCE).until(() -> total(server, "ctx.retry_of:" + id) == 1);
        page.link(server.operator()
                .get(API + "executions/" + id)
                .json()
                .path("retried_as")
                .asText());
        Http.Answer third = server.operator().post(API + "executions/" + id + "/retry", "{}");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.json().path("code").asText()).isEqualTo("not-retryable");
        assertThat(total(server, "ctx.retry_of:" + id)).isEqualTo(1);
    }

    /** Case 17: over a slow network the first page is there soon. */
    @Test
    void the_first_page_is_there_soon_over_a_slow_network(Server server, Browser browser) {
        browser.open(server, "").page().heading("Sign in to Abakus");
        isThereSoon(server, browser, "Sign in to Abakus");
    }

    /** Case 17 with a session: the overview is loaded while the server is asked whose session it is. */
    @Test
    void the_overview_is_there_soon_over_a_slow_network(Server server, Browser browser) {
        browser.asOperator(server, "").page().heading("Overview");
        isThereSoon(server, browser, "Overview");
    }

    private static void isThereSoon(Server server, Browser browser, String heading) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        slow(browser, 400, 50_000);
        try {
            long begun = System.nanoTime();
            browser.open(server, "").page().heading(heading);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(3).multipliedBy(TIMES_SLOWER));
        } finally {
            slow(browser, 0, -1);
        }
    }

    private static void slow(Browser browser, int latency, int bytesPerSecond) {
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline",
                                false,
                                "latency",
                                latency,
                                "downloadThroughput",
                                bytesPerSecond,
                                "uploadThroughput",
                                bytesPerSecond));
    }

    /** Case 17: the answer to an earlier question arrives after that to a later one, and does not replace it. */
    @Test
    void an_older_answer_never_replaces_a_newer_one(Server server, Browser browser) throws Exception {
        String id = server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"newer\"]}");
        await("its row").atMost(PATIENCE).until(() -> total(server, "id:" + id) == 1);
        Page page = browser.asOperator(server, "").page();
        page.heading("Nodes");
        // The page abandons earlier requests, but this network delivers their responses nevertheless.
        browser.script("window.late = 0; const real = window.fetch; window.fetch = async (where, options) => {"
                + "if (!String(where).includes('none-older')) { return real(where, options); }"
                + "await new Promise(later => window.release = later);"
                + "const response = await real(where, {...options, signal: undefined});"
                + "setTimeout(() => window.late++, 500); return response; };");

        browser.go("tasks?q=task:none-older");
        page.until("the older question", same -> Boolean.TRUE.equals(browser.script("return window.release != null")));
        browser.go("tasks?q=id:" + id);
        page.until("the newer answer", same -> ids(browser).equals(List.of(id)));
        browser.script("window.release()");
        page.until("the older answer", same -> ((Long) browser.script("return window.late")) > 0);

        assertThat(ids(browser)).containsExactly(id);
        assertThat(page.body()).doesNotContain("No execution matches");
    }
}
