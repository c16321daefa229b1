package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The actions of an operator on the pages. */
@WithBrowser
final class OperatePagesIT {

    private static final String HOSTILE =
            "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=1</script>";

    @Test
    void a_task_is_called_with_exact_numbers_and_a_wrong_argument_is_told_at_its_field(Server server, Browser browser) {
        Page page = browser.asOperator(server, "catalogue/diagnostics.add").page();
        page.field("x").sendKeys("9007199254740992");
        page.field("y").sendKeys("one");
        page.button("Call").click();
        page.until("the field y to be invalid", same -> "true"
                .equals(same.field("y").getDomAttribute("aria-invalid")));
        assertThat(page.field("x").getDomAttribute("aria-invalid")).isNull();

        page.field("y").clear();
        page.field("y").sendKeys("1");
        page.button("Call").click();

        page.heading("diagnostics.add");
        page.heading("Result");
        page.text("9007199254740993");
    }

    @Test
    void hostile_text_is_shown_and_never_run(Server server, Browser browser) throws Exception {
        String id = "hostile-" + UUID.randomUUID();
        Http operator = server.operator();
        operator.applyAsync(
                "diagnostics.fail",
                "{\"args\":[\"" + HOSTILE.replace("\"", "\\\"") + "\"],\"ignore_result\":false,\"task_id\":\"" + id
                        + "\",\"shadow\":\"<b>shadow</b>\"}");
        operator.get("/abakus/api/results/" + id + "?wait=20");

        Page page = browser.asOperator(server, "tasks/" + id).page();

        page.heading("Error");
        page.text("<img src=x onerror=");
        page.text("</script><script>");
        browser.go("catalogue?name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
        page.text("No task has such a name");
        browser.go("applications/nobody");
        page.text("No application of this name has a queue at this broker");
        browser.go("tasks/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        page.heading("Task <script>alert(1)</script>");
        browser.go("tasks?q=id:" + id);
        page.text("IllegalStateException: <img src=x onerror=");
        for (String place : List.of("", "failures", "dead-letters", "queues/default", "nodes", "audit")) {
            browser.go(place);
            page.whole();
        }
        assertThat(browser.script("return document.querySelector('dialog[open]')"))
                .isNull();
        assertThat(browser.script("return window.hacked ?? 0")).isEqualTo(0L);
        assertThat(browser.strangers()).isEmpty();
    }

    @Test
    void a_queue_is_paused_and_resumed_after_a_question(Server server, Browser browser) throws Exception {
        Page page = browser.asOperator(server, "queues").page();
        page.button("Pause the queue default").click();
        page.dialog("Pause the queue default?");
        page.button("Cancel").click();
        page.button("Pause the queue default").click();
        page.button("Pause").click();
        try {
            page.button("Resume the queue default");
            browser.go("");
            page.link("The queue default is paused.");
        } finally {
            server.operator().post("/abakus/api/queues/default/resume", "{}");
        }
    }

    @Test
    void a_node_is_quieted_and_woken(Server server, Browser browser) throws Exception {
        String node =
                server.operator().get("/abakus/api/workers").json().fieldNames().next();
        Page page = browser.asOperator(server, "nodes").page();
        try {
            page.button("Quiet node " + node).click();
            page.button("Quiet").click();
            page.button("Wake node " + node);
            // An operator whose queue grows finds the quiet node from there.
            browser.go("queues");
            page.link("default").click();
            page.link(node).click();
            page.button("Wake node " + node).click();
            page.button("Wake").click();
            page.button("Quiet node " + node);
        } finally {
            server.operator().post("/abakus/api/workers/" + node + "/wake", "{}");
        }
        page.button("Shut down node " + node).click();
        page.dialog("Shut down node " + node + "?");
        browser.press(Keys.ESCAPE);
        page.until("no dialog", same -> !same.body().contains("Wait for running tasks"));
    }

    @Test
    void a_running_task_is_found_by_its_id_with_the_keyboard_and_terminated(Server server, Browser browser)
            throws Exception {
        String id = server.operator().applyAsync("diagnostics.sleep", "{\"args\":[600],\"ignore_result\":false}");
        Page page = browser.asOperator(server, "").page();
        page.heading("Queues");
        browser.press(Keys.chord(Keys.CONTROL, "k"));
        page.dialog("Search");
        browser.press(id, Keys.ENTER);
        page.heading("diagnostics.sleep");
        page.text("running");
        page.button("Terminate…").click();
        page.button("Terminate").click();
        page.text("revoked");
    }

    /** Tasks that have not ended are counted beside the ended ones, as far as the rest of the query selects them. */
    @Test
    void running_tasks_are_counted_by_the_rest_of_the_query(Server server, Browser browser) throws Exception {
        assumeThat(Product.underTest())
                .as("OpenMQ lists a message as waiting until it is acknowledged")
                .isEqualTo(Product.WILDFLY);
        String request = "counted-" + UUID.randomUUID();
        String id = server.operator()
                .with("X-Request-ID", request)
                .applyAsync("diagnostics.sleep", "{\"args\":[600],\"ignore_result\":false}");
        try {
            Page page =
                    browser.asOperator(server, "tasks?q=request_id:" + request).page();
            page.button("running 1").click();
            page.link("diagnostics.sleep");
            page.button("waiting 0");
        } finally {
            server.operator().post("/abakus/api/results/" + id + "/revoke", "{\"terminate\":true}");
        }
    }

    @Test
    void a_lost_server_is_told_and_the_page_goes_on_by_itself(Server server, Browser browser) {
        Page page = browser.asOperator(server, "queues").page();
        page.link("default");
        browser.script("window.sameDocument = true");
        browser.online(false);
        page.saying("status", "Reconnecting");
        assertThat(page.body()).contains("default");

        browser.online(true);

        page.until("no banner", same -> !same.body().contains("Reconnecting"));
        assertThat(browser.script("return window.sameDocument")).isEqualTo(true);
    }
}
