package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** Every page, in both themes and from a small phone to a large screen. */
@WithBrowser
final class AccessiblePagesIT {

    /** From a phone to 4K. */
    private static final int[] WIDTHS = {320, 640, 1280, 3840};

    private static final int HEIGHT = 1100;

    @Test
    void every_page_has_no_violation_and_never_scrolls_sideways(Server server, Browser browser) throws Exception {
        String failed =
                server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"as wished\"],\"ignore_result\":false}");
        server.operator().get("/abakus/api/results/" + failed + "?wait=20");
        Page page = browser.open(server, "").page();
        page.heading("Sign in to Abakus");
        List<String> problems = new ArrayList<>(problems(browser, page, "sign-in"));

        browser.answering("no-history").asOperator(server, "");
        for (Shown one : pages(failed)) {
            browser.go(one.address());
            page.text(one.text());
            page.until("all of its data", same -> !same.body().contains("Loading …"));
            problems.addAll(problems(browser, page, one.name()));
        }

        browser.answering("history").asOperator(server, "");
        for (Shown one : historyPages()) {
            browser.go(one.address());
            page.text(one.text());
            page.until("all of its data", same -> !same.body().contains("Loading …"));
            problems.addAll(problems(browser, page, one.name()));
        }

        assertThat(problems).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    /** A page, and a text that it shows when it is complete. */
    private record Shown(String name, String address, String text) {}

    private static List<Shown> pages(String failed) {
        return List.of(
                new Shown("overview", "", "takes tasks"),
                new Shown("tasks", "tasks", "Tasks"),
                new Shown("task", "tasks/" + failed, "IllegalStateException"),
                new Shown("unknown-task", "tasks/nothing", "Nothing is known of this id"),
                new Shown("failures", "failures", "Failures"),
                new Shown("dead-letters", "dead-letters", "Messages that no worker would accept"),
                new Shown("queues", "queues", "open"),
                new Shown("queue", "queues/default", "Delayed"),
                new Shown("nodes", "nodes", "takes tasks"),
                new Shown("catalogue", "catalogue", "diagnostics.add"),
                new Shown("call", "catalogue/diagnostics.add", "max_retries"),
                new Shown("applications", "applications", "All applications with tasks at this broker"),
                new Shown("application", "applications/abakus", "abakus.default"),
                new Shown("audit", "audit", "Audit"));
    }

    private static List<Shown> historyPages() {
        return List.of(
                new Shown("history-overview", "", "fails 38 %"),
                new Shown("history-tasks", "tasks", "TimeoutException"),
                new Shown("history-task", "tasks/one", "It failed for good"),
                new Shown("history-failures", "failures", "SMTP is moving"),
                new Shown("history-audit", "audit", "pause-queue"));
    }

    @SuppressWarnings(
            "deprecation") // the newer mode opens a window for each page, to see into frames, of which there are none
    private static List<String> problems(Browser browser, Page page, String name) {
        List<String> problems = new ArrayList<>();
        for (String theme : List.of("dark", "light")) {
            browser.prefers(theme);
            AxeBuilder axe = new AxeBuilder()
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
            axe.setLegacyMode(true);
            for (Rule rule : axe.analyze(browser.driver()).getViolations()) {
                rule.getNodes()
                        .forEach(node -> problems.add(name + ", " + theme + ": " + rule.getId() + " at "
                                + node.getHtml() + ": " + node.getFailureSummary()));
            }
            Object first =
                    browser.script("return document.querySelector('main')?.querySelector('h1, h2, section')?.tagName");
            if (!"H1".equals(first)) {
                browser.photograph("wrong-" + name);
                problems.add(name + " does not begin with its heading, but with " + first + ": " + page.body());
            }
            for (int width : WIDTHS) {
                browser.size(width, HEIGHT);
                Object wide = browser.script("return document.documentElement.scrollWidth");
                if (((Number) wide).intValue() > width) {
                    problems.add(name + " is " + wide + " wide at " + width);
                }
                if (isPhotographed(name, width)) {
                    browser.photograph(name + "-" + width + "-" + theme);
                }
            }
            browser.size(1280, HEIGHT);
        }
        return problems;
    }

    /** A picture of a large screen takes a second. */
    private static boolean isPhotographed(String name, int width) {
        return width == 320 || width == 1280 || (width == 3840 && name.endsWith("overview"));
    }
}
