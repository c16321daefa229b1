package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Every page, in both themes and from a small phone to a large screen. */
@WithBrowser
final class AccessiblePagesIT {

    /** From a phone to 4K. */
    private static final int[] WIDTHS = {320, 1280, 3840};

    private static final int HEIGHT = 1100;
    private static final boolean PHOTOGRAPHED = Boolean.getBoolean("abakus.photographs");
    private static final int TWICE = 2;

    @Test
    void every_page_has_no_violation_and_never_scrolls_sideways(Server server, Browser browser) throws Exception {
        String failed =
                server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"as wished\"],\"ignore_result\":false}");
        server.operator().get("/abakus/api/results/" + failed + "?wait=20");
        Page page = browser.open(server, "").page();
        page.heading("Sign in to Abakus");
        List<String> problems = new ArrayList<>(problems(browser, page, "sign-in"));

        browser.answering("no-history").asOperator(server, "");
        String node =
                server.operator().get("/abakus/api/workers").json().fieldNames().next();
        for (Shown one : pages(failed, node)) {
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
        problems.addAll(dialogProblems(browser, page));

        assertThat(problems).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    /** A page, and a text that it shows when it is complete. */
    private record Shown(String name, String address, String text) {}

    /** Case 19 for dialogs: a question, many tasks at once, and a form. */
    private static List<String> dialogProblems(Browser browser, Page page) {
        List<String> problems = new ArrayList<>();
        for (String[] one : new String[][] {
            {"queues", "Pause the queue default", "Pause the queue default?"},
            {"failures", "Retry all of diagnostics.fail", "Retry 0 tasks?"},
            {"tasks/one", "Run again with…", "Run diagnostics.add again"}
        }) {
            browser.go(one[0]);
            page.button(one[1]).click();
            page.dialog(one[2]);
            problems.addAll(problems(browser, page, "dialog-" + one[0].replace('/', '-')));
            browser.press(Keys.ESCAPE);
            page.until("no dialog", same -> browser.script("return document.querySelector('dialog[open]')") == null);
        }
        return problems;
    }

    private static List<Shown> pages(String failed, String node) {
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
                new Shown("node", "nodes/" + node, "Monitoring events"),
                new Shown("catalogue", "catalogue", "diagnostics.add"),
                new Shown("call", "catalogue/diagnostics.add", "max_retries"),
                new Shown("applications", "applications", "All applications with tasks at this broker"),
                new Shown("application", "applications/abakus", "abakus.default"),
                new Shown("audit", "audit", "Audit"));
    }

    private static List<Shown> historyPages() {
        return List.of(
                new Shown("history-overview", "", "fails 38 %"),
                new Shown("history-tasks", "tasks?by=task", "TimeoutException"),
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
            boolean isFirst = theme.equals("dark");
            AxeBuilder axe = new AxeBuilder();
            if (isFirst) {
                axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
            } else {
                // The themes differ only in their colours.
                axe.withRules(List.of("color-contrast"));
            }
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
            if (!isFirst && !PHOTOGRAPHED) {
                continue;
            }
            for (int width : WIDTHS) {
                browser.size(width, HEIGHT);
                sideways(browser, name, width).ifPresent(problems::add);
                if (isPhotographed(name, width)) {
                    browser.photograph(name + "-" + width + "-" + theme);
                }
            }
            browser.zoom(1280, HEIGHT, TWICE);
            sideways(browser, name + " at 200 %", 1280 / TWICE).ifPresent(problems::add);
            browser.size(1280, HEIGHT);
        }
        return problems;
    }

    /** Returns what is wrong if the page, or the dialog over it, is wider than this and so would scroll sideways. */
    private static Optional<String> sideways(Browser browser, String name, int width) {
        long wide = (Long) browser.script("const dialog = document.querySelector('dialog[open]');"
                + "return Math.max(document.documentElement.scrollWidth,"
                + " dialog && dialog.scrollWidth > dialog.clientWidth + 1 ? 1e6 : 0)");
        return wide > width ? Optional.of(name + " is " + wide + " wide at " + width) : Optional.empty();
    }

    /** All pictures together take minutes, so they are taken with {@code -Dabakus.photographs=true} only. */
    private static boolean isPhotographed(String name, int width) {
        boolean small = width == 320 || width == 1280;
        return PHOTOGRAPHED && (small || name.endsWith("overview"));
    }
}
