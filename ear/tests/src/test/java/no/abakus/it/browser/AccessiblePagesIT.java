package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<String> problems = new ArrayList<>(problems(browser, "sign-in"));

        browser.asOperator(server, "");
        for (Map.Entry<String, String> one : pages(failed).entrySet()) {
            browser.go(one.getKey());
            page.text(one.getValue());
            problems.addAll(problems(
                    browser,
                    one.getKey().replaceAll("\\W.*", "").isEmpty()
                            ? "overview"
                            : one.getKey().replaceAll("[^a-z]+.*", "")
                                    + (one.getKey().contains("/") ? "-one" : "")));
        }

        assertThat(problems).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    /** Pages, and a text that is there when they are complete. */
    private static Map<String, String> pages(String failed) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("", "takes tasks");
        pages.put("tasks", "Tasks");
        pages.put("tasks/" + failed, "IllegalStateException");
        pages.put("tasks/nothing", "Nothing is known of this id");
        pages.put("failures", "Failures");
        pages.put("dead-letters", "no dead letters");
        pages.put("queues", "default");
        pages.put("queues/default", "No task is due later");
        pages.put("nodes", "takes tasks");
        pages.put("catalogue", "diagnostics.add");
        pages.put("catalogue/diagnostics.add", "max_retries");
        pages.put("audit", "Audit");
        return pages;
    }

    private static List<String> problems(Browser browser, String name) {
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
            for (int width : WIDTHS) {
                browser.size(width, HEIGHT);
                Object wide = browser.script("return document.documentElement.scrollWidth");
                if (((Number) wide).intValue() > width) {
                    problems.add(name + " is " + wide + " wide at " + width);
                }
                if (width != 640) {
                    browser.photograph(name + "-" + width + "-" + theme);
                }
            }
            browser.size(1280, HEIGHT);
        }
        return problems;
    }
}
