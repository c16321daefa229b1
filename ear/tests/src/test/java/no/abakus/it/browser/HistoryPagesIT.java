package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The pages that show the history, with prepared responses, and on a server without a history. */
@WithBrowser
final class HistoryPagesIT {

    private static final String FAILED = "cb3da5d1-97a2-4a3e-b1de-15c4c1f0a110";

    /** As in history.js. */
    private static final String HOSTILE =
            "<img src=x onerror=\"window.hacked=1;alert(1)\"></script><script>window.hacked=1</script>";

    @Test
    void a_server_without_history_says_so_and_the_rest_works(Server server, Browser browser) {
        Page page = browser.answering("no-history").asOperator(server, "tasks").page();
        page.text("History is not available on this server");
        page.heading("Running now");
        browser.go("failures");
        page.text("History is not available on this server");
        browser.go("audit");
        page.text("History is not available on this server");
        browser.go("");
        page.text("takes tasks");
    }

    @Test
    void a_query_is_refined_paged_and_corrected(Server server, Browser browser) {
        Page page = browser.answering("history").asOperator(server, "tasks").page();
        page.text("Of the successes 1/40 are kept.");
        page.text("This node could not keep 17 ended executions, because too many ended at once.");
        page.textLike("running [0-9,]+");
        page.textLike("waiting [0-9,]+");
        page.button("failed 812").click();
        page.until("the state in the address", same -> browser.address().endsWith("?q=state%3Afailed"));
        page.button("More").click();
        page.until("the rows of both pages", same -> Long.valueOf(12)
                .equals(browser.script("return document.querySelectorAll('tbody tr').length")));
        browser.back();
        page.until("the earlier query", same -> browser.address().endsWith("#/tasks"));

        browser.go("tasks?q=state%3Afailed+wrong%3Ax");
        page.saying("alert", "There is no term wrong:");
        assertThat(browser.script("return document.querySelector('.caret').textContent"))
                .isEqualTo("state:failed wrong:x\n             ^");
        browser.go("tasks?q=task%3Anone+age%3C1h");
        page.text("task:none excludes all.");
        page.button("Without task:none").click();
        page.until("the rest of the query", same -> browser.address().endsWith("?q=age%3C1h"));
    }

    /** The server counts by a field only when somebody wants to know. */
    @Test
    void executions_are_counted_by_a_field_and_a_value_becomes_a_term(Server server, Browser browser) {
        Page page = browser.answering("history").asOperator(server, "tasks").page();
        page.button("failed 812");
        assertThat(browser.script("return [...window.counted].join()")).isEqualTo("state");

        page.button("by task").click();
        page.button("mail.send 9,000").click();
        pressed(page, "mail.send 9,000", true);
        pressed(page, "by task", true);
        assertThat(browser.address()).endsWith("#/tasks?by=task&q=task%3Amail.send");
        page.text("Only the newest 10,000 executions are counted.");

        page.button("report.make 1,000").click();
        pressed(page, "report.make 1,000", true);
        assertThat(browser.address()).endsWith("q=task%3Amail.send%2Creport.make");
        page.button("mail.send 9,000").click();
        pressed(page, "mail.send 9,000", false);
        assertThat(browser.address()).endsWith("q=task%3Areport.make");
        page.button("by task").click();
        page.until("no counts", same -> !same.hasButton("report.make 1,000"));
    }

    @Test
    void a_failure_is_found_from_the_verdict_and_retried_once(Server server, Browser browser) {
        Page page = browser.answering("history").asOperator(server, "").page();
        page.link("diagnostics.fail fails 38 %: TimeoutException").click();
        page.heading("Failures");
        page.text("SMTP is moving");
        page.link("Latest failure of diagnostics.fail").click();
        page.heading("Error");
        page.text("It failed for good: 3 of 3 retries are used.");
        page.text("mail_failed");
        page.button("Retry…").click();
        page.button("Retry").click();
        page.until("the new task", same -> browser.address().endsWith("#/tasks/again-1"));
        page.link(FAILED);

        browser.go("tasks/" + FAILED);
        page.button("Retry…").click();
        page.button("Retry").click();
        page.saying("alert", "It has been retried already");
        page.button("Cancel").click();
        assertThat(browser.script("return window.hacked ?? 0")).isEqualTo(0L);
        assertThat(browser.strangers()).isEmpty();
    }

    /** Case 10: names, messages, contexts, log lines and properties are text wherever they are shown. */
    @Test
    void hostile_text_of_every_kind_is_shown_and_never_run(Server server, Browser browser) {
        Page page = browser.answering("history").asOperator(server, "").page();
        page.place("Failures");
        for (String place : List.of("tasks", "failures", "tasks/" + FAILED)) {
            browser.go(place);
            page.whole();
            page.text("<img src=x onerror=");
        }
        page.heading("Context");
        page.heading("Log lines");
        page.until(
                "message, arguments, context and log line",
                same -> same.body().split("<img src=x onerror=", -1).length > 4);
        browser.go("failures");
        page.button("Note on " + HOSTILE).click();
        page.dialog("Note on " + HOSTILE);
        page.button("Cancel").click();

        assertThat(browser.script("return document.querySelector('dialog[open], main img, main script')"))
                .isNull();
        assertThat(browser.script("return window.hacked ?? 0")).isEqualTo(0L);
        assertThat(browser.strangers()).isEmpty();
    }

    /** The overview has counts in the navigation, a trend beside each number, and the throughput of each node. */
    @Test
    void numbers_say_how_they_move(Server server, Browser browser) {
        Page page = browser.answering("history").asOperator(server, "").page();
        page.until(
                "the count of failure groups",
                same -> same.place("Failures").getAccessibleName().equals("Failures 3"));
        page.until("the lines of the last hour", same -> Long.valueOf(4)
                .equals(browser.script("return document.querySelectorAll('.tile polyline').length")));
        page.until("what is new", same -> any(same, "Failing tasks", "38 % new"));
        page.until("a queue that shrinks", same -> any(same, "Queues", "shrinking"));

        browser.go("queues");
        page.until("its last hour", same -> any(same, "Queues", "at most 159 waited"));
        browser.go("nodes");
        page.until(
                "tasks a second", same -> same.rows("Nodes").stream().anyMatch(row -> row.matches("(?s).*[0-9]/s.*")));
    }

    /** Failures that began after all nodes had started probably came with the deployed release. */
    @Test
    void a_group_that_is_new_since_the_deployment_says_so(Server server, Browser browser) {
        Page page = browser.answering("history").asOperator(server, "failures").page();

        page.until("the new group", same -> same.rows("Failure groups").stream()
                .anyMatch(row -> row.startsWith("mail.send |") && row.contains("| new since deploy |")));
        assertThat(page.rows("Failure groups"))
                .filteredOn(row -> row.startsWith("diagnostics.fail |"))
                .singleElement()
                .asString()
                .contains("| open |");
    }

    /** Latency by type: how long tasks of one name waited and took. */
    @Test
    void the_last_hour_of_a_task_is_on_its_page(Server server, Browser browser) {
        Page page = browser.answering("history")
                .asOperator(server, "catalogue/diagnostics.add")
                .page();

        page.heading("Last hour");
        page.textLike("Took, p50\\s+2\\.[67] min");
    }

    /** With twenty queues, the page requests the depths of twelve, and not again at each refresh. */
    @Test
    void the_depths_of_the_fullest_queues_are_not_asked_for_at_every_look(Server server, Browser browser) {
        Page page =
                browser.answering("many-queues").asOperator(server, "queues").page();
        page.link("queue-19");
        page.until("more looks", same -> (Long) browser.script("return window.looks") >= 4);

        assertThat(browser.script("return window.depths.length")).isEqualTo(12L);
    }

    private static void pressed(Page page, String button, boolean is) {
        page.until(button + (is ? " to be pressed" : " not to be pressed"), same -> String.valueOf(is)
                .equals(same.button(button).getDomAttribute("aria-pressed")));
    }

    private static boolean any(Page page, String table, String text) {
        return page.rows(table).stream().anyMatch(row -> row.contains(text));
    }

    /**
     * The copied command runs in a shell. It sends the task again, or only reads the task if the user may not write.
     */
    @Test
    void a_task_is_copied_as_a_command(Server server, Browser browser) {
        String api = "http://127.0.0.1:" + server.http().port() + "/abakus/api/";
        Page page = browser.answering("history")
                .asOperator(server, "tasks/" + FAILED)
                .page();
        assertThat(copied(browser, page, "Copied: a command that sends the task again."))
                .isEqualTo("curl -u 'operator' -H 'Content-Type: application/json' -d '{}' '" + api + "executions/"
                        + FAILED + "/retry'");

        browser.as("viewer", Server.VIEWER_PASSWORD, server, "tasks/" + FAILED);
        assertThat(copied(browser, page, "Copied: a command that reads what is known of the task."))
                .isEqualTo("curl -u 'viewer' '" + api + "executions/" + FAILED + "'");

        browser.script("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
        page.button("Copy as curl").click();
        page.dialog("Copy as curl");
        page.text("curl -u 'viewer'");
        page.button("Close").click();
    }

    private static Object copied(Browser browser, Page page, String told) {
        page.button("Copy as curl");
        browser.script("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
        page.button("Copy as curl").click();
        page.saying("status", told);
        return browser.script("return window.copied");
    }

    @Test
    void other_arguments_are_sent_in_the_same_context(Server server, Browser browser) {
        Page page = browser.answering("history")
                .asOperator(server, "tasks/" + FAILED)
                .page();
        page.button("Run again with…").click();
        page.dialog("Run diagnostics.add again");
        page.field("x").sendKeys("9007199254740993");
        page.field("y").sendKeys("2");
        page.button("Run").click();
        page.until("the new task", same -> browser.address().endsWith("#/tasks/again-1"));

        assertThat(browser.script("return window.retried.join()"))
                .asString()
                .startsWith("{\"args\":[9007199254740993,2]");
    }
}
