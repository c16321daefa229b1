package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import no.abakus.it.server.Http;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What an operator who is called sees and does on the pages, with the server's own history. */
@Tag("long")
@WithBrowser
final class IncidentPagesIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    private static JsonNode awaitJson(Server server, String path, Predicate<JsonNode> isThere) {
        return await(path)
                .atMost(PATIENCE)
                .until(() -> server.operator().get(API + path).json(), isThere);
    }

    private static void awaitTotal(Server server, String q, int total) {
        awaitJson(
                server,
                "executions?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8),
                found -> found.at("/total/value").asInt() == total);
    }

    private static long failuresOfFail(Server server) throws InterruptedException {
        for (JsonNode group : server.operator().get(API + "failures").json().path("items")) {
            if (group.path("name").asText().equals("diagnostics.fail")
                    && group.path("error_type").asText().endsWith("IllegalStateException")) {
                return group.path("total").asLong();
            }
        }
        return 0;
    }

    /** Case 2: three failures are in the verdict, and under Failures they are one group. */
    @Test
    void a_task_that_begins_to_fail_is_named_and_its_failures_are_one_group(Server server, Browser browser)
            throws Exception {
        long before = failuresOfFail(server);
        Page page = browser.asOperator(server, "").page();
        page.heading("Nodes");
        for (int i = 0; i < 3; i++) {
            server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"as wished " + i + "\"]}");
        }
        awaitJson(
                server,
                "overview",
                overview -> overview.at("/verdict/level").asText().equals("warning")
                        && overview.path("failing").findValuesAsText("name").contains("diagnostics.fail"));

        page.until("the failing task in its table", same -> page.rows("Failing tasks").stream()
                .anyMatch(row -> row.startsWith("diagnostics.fail") && row.contains("IllegalStateException")));
        // On a server with other failures, the worst one is in the verdict.
        page.until("the verdict of the server", same -> {
            String verdict = (String) browser.script("return document.querySelector('.verdict').innerText");
            return verdict.matches("(?s).*\\S+ fails [0-9]+ %.*");
        });
        page.place("Failures").click();
        page.heading("Failures");
        page.until(
                "one group with three more",
                same -> page.rows("Failure groups").stream()
                                .filter(row -> row.startsWith("diagnostics.fail | IllegalStateException at "))
                                .toList()
                                .size()
                        == 1);
        await("three more").atMost(PATIENCE).until(() -> failuresOfFail(server) >= before + 3);
        String total = String.format("%,d", failuresOfFail(server));
        page.until("their number", same -> page.rows("Failure groups").stream()
                .anyMatch(row -> row.startsWith("diagnostics.fail | IllegalStateException at ")
                        && row.contains(" | " + total + " | ")));
    }

    /** Case 3: the id of a request finds its tasks, with those that they sent, and no others. */
    @Test
    void a_request_finds_exactly_its_tasks_and_their_children(Server server, Browser browser) throws Exception {
        String request = "page-" + UUID.randomUUID();
        Http client = server.operator().with("X-Request-ID", request);
        client.applyAsync("diagnostics.spawn", "{\"args\":[\"diagnostics.echo\",[1]]}");
        client.applyAsync("diagnostics.add", "{\"args\":[1,2]}");
        server.operator().with("X-Request-ID", request + "-other").applyAsync("diagnostics.add", "{\"args\":[1,2]}");
        awaitTotal(server, "request_id:" + request, 3);

        Page page = browser.asOperator(server, "").page();
        page.heading("Nodes");
        browser.press(Keys.chord(Keys.CONTROL, "k"));
        page.dialog("Search");
        browser.press("request_id:" + request, Keys.ENTER);

        page.until("three executions", same -> page.rows("Executions").size() == 3);
        assertThat(page.rows("Executions"))
                .allSatisfy(row -> assertThat(row).contains(" | " + request + " | "))
                .anySatisfy(row -> assertThat(row).contains("| diagnostics.spawn |"))
                .anySatisfy(row -> assertThat(row).contains("| diagnostics.echo |"))
                .anySatisfy(row -> assertThat(row).contains("| diagnostics.add |"));
    }

    /** Case 4: a task whose result is ignored has its timeline, its error and its log lines. */
    @Test
    void a_task_that_failed_has_its_timeline_its_error_and_its_log_lines(Server server, Browser browser)
            throws Exception {
        String id = server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"no answer from the host\"]}");
        awaitJson(server, "executions/" + id, one -> one.path("state").asText().equals("FAILURE"));

        Page page = browser.asOperator(server, "tasks/" + id).page();

        page.heading("diagnostics.fail");
        page.heading("Timeline");
        page.until("the steps", same -> browser.script(
                        "return [...document.querySelectorAll('.steps li')].map(e => e.innerText)")
                .toString()
                .matches("(?s).*queued.*started.*failed.*"));
        page.heading("Error");
        page.text("no answer from the host");
        page.heading("Log lines");
        page.text("task_failed");
        page.text("It failed for good: 0 of 3 retries are used, but it is not retried again.");
        assertThat(page.hasButton("Delete result…")).isFalse();
    }

    /** Case 5: a retry has a new id, a link back and the context of the first; the audit names who did it. */
    @Test
    void a_failure_is_retried_in_its_context_and_the_audit_has_it(Server server, Browser browser) throws Exception {
        String request = "page-" + UUID.randomUUID();
        String id = server.operator()
                .with("X-Request-ID", request)
                .applyAsync("diagnostics.fail", "{\"args\":[\"retried from the page\"]}");
        awaitJson(server, "executions/" + id, one -> one.path("retryable").asBoolean());

        Page page = browser.asOperator(server, "tasks/" + id).page();
        page.button("Retry…").click();
        page.dialog("Retry diagnostics.fail?");
        page.button("Retry").click();

        page.until(
                "the new task",
                same -> browser.address().matches(".*#/tasks/.+")
                        && !browser.address().endsWith(id));
        page.link(id);
        page.text(request);
        page.text("retried_by");
        String again = browser.address().replaceAll(".*#/tasks/", "");
        JsonNode detail = awaitJson(
                server, "executions/" + again, one -> one.path("state").asText().equals("FAILURE"));
        assertThat(detail.at("/context/request_id").asText()).isEqualTo(request);
        assertThat(detail.path("retry_of").asText()).isEqualTo(id);
        browser.go("audit");
        page.until("the row of the audit", same -> page.rows("Audit").stream()
                .anyMatch(row -> row.contains("operator | retry | executions/" + id)));
    }

    /** Case 6: what the API says about a wrong argument is at its field, and nothing is sent. */
    @Test
    void a_wrong_argument_of_another_run_is_told_at_its_field_in_the_words_of_the_api(Server server, Browser browser)
            throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.sleep", "{\"args\":[30],\"soft_time_limit\":0.5}");
        awaitJson(server, "executions/" + id, one -> one.path("retryable").asBoolean());
        JsonNode refused = http.post(API + "executions/" + id + "/retry", "{\"args\":[\"soon\"]}")
                .json();
        assertThat(refused.path("code").asText()).isEqualTo("task-argument");

        Page page = browser.asOperator(server, "tasks/" + id).page();
        page.button("Run again with…").click();
        page.dialog("Run diagnostics.sleep again");
        page.field("seconds").sendKeys("soon");
        page.button("Run").click();
        page.saying("alert", refused.path("detail").asText());
        assertThat(page.field("seconds").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.script("const field = document.querySelector('dialog [aria-invalid=true]');"
                        + "return field.getAttribute('aria-describedby').split(' ')"
                        + ".map(id => document.getElementById(id).textContent).join(' ')"))
                .asString()
                .contains(refused.path("detail").asText());
        awaitTotal(server, "ctx.retry_of:" + id, 0);

        page.field("seconds").clear();
        page.field("seconds").sendKeys("0.01");
        page.button("Run").click();

        page.until("the new task", same -> !browser.address().endsWith(id));
        page.link(id);
        page.text("succeeded");
    }

    /** Case 7, a pause: since when, and by whom. */
    @Test
    void a_task_in_a_paused_queue_says_since_when_and_by_whom(Server server, Browser browser) throws Exception {
        Http http = server.operator();
        Assumptions.assumeFalse(
                http.get(API + "queues/scheduled").status() == 501, "This broker does not list delayed tasks");
        http.post(API + "queues/default/pause", "{}");
        try {
            String id = http.applyAsync("diagnostics.echo", "{\"args\":[1]}");
            JsonNode why = awaitJson(server, "executions/" + id + "/why", one -> one.path("code")
                    .asText()
                    .equals("paused-queue"));
            assertThat(Instant.parse(why.path("since").asText()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));

            Page page = browser.asOperator(server, "tasks/" + id).page();

            page.textLike("The queue default is paused since "
                    + why.path("since").asText().substring(0, "2026-11-30T00:00".length())
                    + ":\\d\\dZ, by operator\\. Resume the queue\\.");
        } finally {
            http.post(API + "queues/default/resume", "{}");
        }
    }

    /** Case 7, a countdown and a rate limit: when its turn is. */
    @Test
    void a_task_that_is_not_due_or_waits_for_its_turn_says_when(Server server, Browser browser) throws Exception {
        Http http = server.operator();
        Assumptions.assumeFalse(
                http.get(API + "queues/scheduled").status() == 501, "This broker does not list delayed tasks");
        String later = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"countdown\":200}");
        String key = "page-" + UUID.randomUUID();
        String last = "";
        for (int i = 0; i < 150; i++) {
            last = http.applyAsync("diagnostics.limited", "{\"args\":[\"" + key + "\"]}");
        }

        Page page = browser.asOperator(server, "tasks/" + last).page();
        page.textLike("It waits for its turn since " + TIME
                + ": diagnostics\\.limited may begin 10/s, and [0-9,]+ tasks? (is|are) before it\\."
                + " Its turn is in \\d+ (s|minutes), at " + TIME + "\\. Raise the rate limit\\.");
        browser.go("tasks/" + later);
        page.textLike("It is due in \\d minutes, at " + TIME + "\\.");
    }

    /** Case 7, no consumer: what would help. */
    @Test
    void a_task_in_a_queue_without_consumers_says_so(Server server, Browser browser) throws Exception {
        Assumptions.assumeTrue(
                server.product() == Product.WILDFLY, "The other broker does not say how many consumers there are");
        Http http = server.operator();
        http.post(API + "queues/default/cancel-consumer", "{\"timeout\":5}");
        try {
            String id = http.applyAsync("diagnostics.echo", "{\"args\":[1]}");
            awaitJson(server, "executions/" + id + "/why", why -> why.path("code")
                    .asText()
                    .equals("no-consumer"));

            Page page = browser.asOperator(server, "tasks/" + id).page();

            page.textLike("The queue default has no consumer( since " + TIME + ")?\\."
                    + " Let a node consume the queue with add-consumer, or start a node\\.");
        } finally {
            http.post(API + "queues/default/add-consumer", "{\"timeout\":5}");
        }
    }

    /** Case 8: what the preview counts is what the API counts, and each of them runs once more. */
    @Test
    void all_812_that_match_are_retried_once_each(Server server, Browser browser) throws Exception {
        int count = 812;
        String request = "page-" + UUID.randomUUID();
        server.operator()
                .with("X-Request-ID", request)
                .applyAsync(
                        "diagnostics.spawn_many",
                        "{\"args\":[\"diagnostics.fail\",[\"one of many\"]," + count + ",\"" + Instant.now() + "\"]}");
        String q = "request_id:" + request + " state:failed";
        awaitTotal(server, q, count);

        Page page = browser.asOperator(server, "tasks?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .page();
        page.button("Retry all…").click();
        page.dialog("Retry 812 tasks?");
        page.text("A sample");
        browser.script("document.querySelector('dialog input[name=rate]').value = 400");
        page.button("Retry").click();
        page.progress("sent again");
        page.text("812 sent again.");
        page.button("Close").click();

        awaitTotal(server, q, 2 * count);
        awaitTotal(server, q + " ctx.retried_by:operator", count);
    }

    /** The progress that a running task reports is drawn, and grows without a reload. */
    @Test
    void the_progress_of_a_running_task_grows_on_its_page(Server server, Browser browser) throws Exception {
        String id = server.operator().applyAsync("diagnostics.progress", "{\"args\":[200,20],\"ignore_result\":false}");
        Page page = browser.asOperator(server, "tasks/" + id).page();
        browser.script("window.sameDocument = true");

        double first = Double.parseDouble(page.progress("Progress").getDomProperty("value"));
        page.text(" of 200 · step ");
        page.until(
                "a later step",
                same -> Double.parseDouble(same.progress("Progress").getDomProperty("value")) > first);

        assertThat(browser.script("return window.sameDocument")).isEqualTo(true);
        server.operator().post(API + "results/" + id + "/revoke", "{\"terminate\":true}");
        page.until("no progress", same -> browser.script("return document.querySelector('main progress')") == null);
    }
}
