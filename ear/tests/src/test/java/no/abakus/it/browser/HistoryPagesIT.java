package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The pages of the history, with responses as its contract describes them, and without a history. */
@WithBrowser
final class HistoryPagesIT {

    private static final String FAILED = "cb3da5d1-97a2-4a3e-b1de-15c4c1f0a110";

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
        page.button("Without task:none").click();
        page.until("the rest of the query", same -> browser.address().endsWith("?q=age%3C1h"));
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
