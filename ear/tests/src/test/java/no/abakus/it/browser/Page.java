package no.abakus.it.browser;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Finds elements by role and accessible name, in the open dialog if there is one, and waits for them. */
public final class Page {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * The elements that may have the role and contain the text; the browser then reports their actual role and name.
     */
    private static final String CANDIDATES = "const [css, name] = arguments;"
            + "const dialogs = document.querySelectorAll('dialog[open]');"
            + "const root = css === 'dialog' ? document : dialogs[dialogs.length - 1] ?? document;"
            + "return [...root.querySelectorAll(css)].filter(e => e.checkVisibility() && [e.getAttribute('aria-label'),"
            + " e.textContent, ...[...e.labels ?? []].map(l => l.textContent)].some(t => t?.includes(name)))";

    private static final String ROWS =
            "return [...document.querySelectorAll(`table[aria-label=\"${arguments[0]}\"] tbody tr`)]"
                    + ".map(row => [...row.cells].map(cell => cell.innerText.trim()).join(' | '))";

    private final ChromeDriver driver;

    Page(ChromeDriver driver) {
        this.driver = driver;
    }

    public WebElement button(String name) {
        return await("button", name, "button");
    }

    WebElement link(String name) {
        return await("link", name, "a[href]");
    }

    /** Finds a link of the navigation. There may be a number after its name. */
    WebElement place(String name) {
        Pattern named = Pattern.compile(Pattern.quote(name) + "(\\s+[0-9,]+\\+?)?");
        return until("the place \"" + name + "\"", () -> candidates("nav a[href]", name).stream()
                .filter(link -> named.matcher(link.getAccessibleName()).matches())
                .findFirst());
    }

    WebElement field(String name) {
        return await("textbox", name, "input, textarea");
    }

    WebElement search(String name) {
        return await("searchbox", name, "input");
    }

    WebElement heading(String name) {
        return await("heading", name, "h1, h2, h3");
    }

    public WebElement dialog(String name) {
        return await("dialog", name, "dialog");
    }

    public WebElement progress(String name) {
        return await("progressbar", name, "progress");
    }

    /** Waits until some element of this role contains the text. */
    WebElement saying(String role, String text) {
        String css =
                switch (role) {
                    case "alert" -> "[role=alert]";
                    case "status" -> "[role=status]";
                    default -> role;
                };
        return until("a " + role + " that says \"" + text + "\"", () -> candidates(css, text).stream()
                .findFirst());
    }

    /** Waits for an element that contains the text, on foreign pages, whose elements have no roles. */
    WebElement element(String css, String text) {
        return until("the element " + css + " with \"" + text + "\"", () -> candidates(css, text).stream()
                .findFirst());
    }

    /** Waits until the text is somewhere on the page. */
    public void text(String text) {
        until("the text \"" + text + "\"", () -> body().contains(text) ? Optional.of(true) : Optional.empty());
    }

    /** Waits until this expression finds a text on the page. */
    void textLike(String expression) {
        Pattern text = Pattern.compile(expression);
        until(
                "a text like \"" + expression + "\"",
                () -> text.matcher(body()).find() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until the page that was opened is drawn with all of its data. */
    void whole() {
        driver.executeAsyncScript(
                "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
        until("all of its data", page -> !page.body().contains("Loading …"));
    }

    /** Returns the rows of a table that are there now, each with its cells between bars. */
    @SuppressWarnings("unchecked")
    List<String> rows(String table) {
        return (List<String>) driver.executeScript(ROWS, table);
    }

    public String body() {
        return (String) driver.executeScript("return document.body.innerText");
    }

    boolean hasButton(String name) {
        return !named("button", name, "button").isEmpty();
    }

    /** Waits until a condition holds. */
    public void until(String what, Predicate<Page> condition) {
        until(what, () -> condition.test(this) ? Optional.of(true) : Optional.empty());
    }

    private WebElement await(String role, String name, String css) {
        return until("the " + role + " \"" + name + "\"", () -> named(role, name, css).stream()
                .findFirst());
    }

    private List<WebElement> named(String role, String name, String css) {
        return candidates(css, name).stream()
                .filter(element -> name.equals(element.getAccessibleName()) && role.equals(element.getAriaRole()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<WebElement> candidates(String css, String name) {
        return (List<WebElement>) driver.executeScript(CANDIDATES, css, name);
    }

    /** Looks in the test's own thread, because a driver serves one thread at a time. */
    private <T> T until(String what, Supplier<Optional<T>> found) {
        try {
            return Awaitility.await(what)
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    // The page was redrawn in the middle of a look.
                    .ignoreExceptionsMatching(
                            e -> e instanceof StaleElementReferenceException || e instanceof JavascriptException)
                    .until(found::get, Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "The page did not show " + what + ", but at " + driver.getCurrentUrl() + "\n" + body(), e);
        }
    }
}
