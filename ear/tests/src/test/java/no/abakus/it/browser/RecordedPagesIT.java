package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Case 20: what the page asks for, on all pages. */
@Tag("long")
@WithBrowser
final class RecordedPagesIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static String failed(Server server) throws InterruptedException {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.fail", "{\"args\":[\"on record\"],\"ignore_result\":false}");
        await("its row").atMost(PATIENCE).until(() -> http.get(API + "executions/" + id)
                .json()
                .path("retryable")
                .asBoolean());
        return id;
    }

    private static List<String> places(Server server, String failed) throws InterruptedException {
        String node = server.operator().get(API + "workers").json().fieldNames().next();
        return List.of(
                "",
                "tasks",
                "tasks?q=state%3Afailed",
                "tasks/" + failed,
                "failures",
                "failures?q=task%3Adiagnostics.*",
                "dead-letters",
                "dead-letters?q=reason%3Aarguments",
                "queues",
                "queues/default",
                "queues/default?q=task%3Adiagnostics.*",
                "nodes",
                "nodes/" + node,
                "catalogue",
                "catalogue?name=add",
                "catalogue/diagnostics.add",
                "applications",
                "applications/abakus",
                "audit");
    }

    @Test
    void every_call_is_described_and_goes_to_this_server(Server server, Browser browser) throws Exception {
        String failed = failed(server);
        Page page = browser.answering("recorded").asOperator(server, "").page();
        page.heading("Nodes");
        for (String place : places(server, failed)) {
            browser.go(place);
            page.whole();
        }
        try {
            write(page, browser, failed);
        } finally {
            server.operator().post(API + "tasks/diagnostics.foreign_log/resume", "{}");
        }
        page.button("Sign out").click();
        page.heading("Sign in to Abakus");

        String base = "http://127.0.0.1:" + server.http().port() + "/abakus/";
        assertThat(recorded(browser, "loaded")).isNotEmpty().allMatch(address -> address.startsWith(base));
        List<String> calls = recorded(browser, "calls");
        assertThat(calls)
                .anyMatch(call -> call.startsWith("PATCH "))
                .anyMatch(call -> call.startsWith("POST " + base + "api/bulk"))
                .anyMatch(call -> call.startsWith("GET " + base + "api/live?"));
        Map<Pattern, JsonNode> described = described(server);
        for (String call : calls) {
            String[] parts = call.split(" ", -1);
            assertThat(parts[1]).startsWith(base);
            String path = URI.create(parts[1]).getRawPath().substring("/abakus/api".length());
            assertThat(described).as(call).anySatisfy((pattern, methods) -> assertThat(
                            pattern.matcher(path).matches() && methods.has(parts[0].toLowerCase(Locale.ROOT)))
                    .isTrue());
        }
    }

    /** Begins every action of an operator, and completes the actions that leave nothing behind. */
    private static void write(Page page, Browser browser, String failed) {
        browser.go("failures");
        page.button("Note on diagnostics.fail").click();
        page.button("Save").click();
        page.until("no dialog", same -> browser.script("return document.querySelector('dialog[open]')") == null);
        page.button("Retry all of diagnostics.fail").click();
        page.button("Retry");
        page.button("Cancel").click();
        browser.go("tasks/" + failed);
        page.button("Run again with…").click();
        page.dialog("Run diagnostics.fail again");
        page.button("Cancel").click();
        page.button("Delete result…").click();
        page.button("Delete").click();
        page.until("no result", same -> !same.hasButton("Delete result…"));
        browser.go("catalogue/diagnostics.foreign_log");
        page.button("Pause the task diagnostics.foreign_log").click();
        page.button("Pause").click();
        page.button("Resume the task diagnostics.foreign_log").click();
        page.button("Resume").click();
        page.button("Limit the rate of diagnostics.foreign_log").click();
        page.field("Rate limit");
        page.button("Limit").click();
        page.until("no dialog", same -> browser.script("return document.querySelector('dialog[open]')") == null);
        page.button("Pause the task diagnostics.foreign_log");
    }

    @SuppressWarnings("unchecked")
    private static List<String> recorded(Browser browser, String what) {
        return (List<String>) browser.script("return window[arguments[0]]", what);
    }

    /** Returns the methods of each described path. */
    private static Map<Pattern, JsonNode> described(Server server) throws InterruptedException {
        JsonNode paths = server.operator().get(API + "openapi.json").json().path("paths");
        Map<Pattern, JsonNode> described = new LinkedHashMap<>();
        paths.fieldNames()
                .forEachRemaining(path ->
                        described.put(Pattern.compile(path.replaceAll("\\{[a-z]+\\}", "[^/]+")), paths.path(path)));
        return described;
    }
}
