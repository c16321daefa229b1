package no.abakus.it.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.it.server.Server;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A headless Chromium with one user. */
public final class Browser implements AutoCloseable {

    /** There is one browser, which only one class of tests may use at a time. */
    static final String LOCK = "the browser";

    private static final int MOST_TABS = 300;

    private static final String WATCH_POLICY = "window.violations = [];"
            + " addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.blockedURI));";

    private final ChromeDriver driver;
    private String base;
    private String script;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start(Path chromium, Path chromedriver) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toString());
        // The last options prevent the browser from contacting its vendor.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH_POLICY));
        return new Browser(driver);
    }

    /** Signs out, and restores the initial state. */
    void forgetEverything() {
        online(true);
        if (script != null) {
            answeringNothing();
        }
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.get("about:blank");
        size(1280, 900);
        prefers("light");
    }

    private void answeringNothing() {
        driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        script = null;
    }

    /** Lets this resource file, and no other, answer some calls of the page. */
    Browser answering(String file) {
        if (script != null) {
            answeringNothing();
        }
        try (InputStream in = Browser.class.getResourceAsStream("/browser/" + file + ".js")) {
            String source = "(() => {" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + "})()";
            script =
                    (String) driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                            .get("identifier");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page of the server's console, such as {@code queues}. */
    public Browser open(Server server, String page) {
        base = "http://127.0.0.1:" + server.http().port() + "/abakus/";
        driver.get("about:blank");
        driver.get(base + "#/" + page);
        return this;
    }

    /** Opens a page that is not the console's. */
    Browser visit(String address) {
        driver.get("about:blank");
        driver.get(address);
        return this;
    }

    /** Goes to another page by its address, without loading the document. */
    Browser go(String page) {
        script("location.hash = arguments[0]", "#/" + page);
        return this;
    }

    /** Opens a page as this user, with a session that was begun without the form. */
    Browser as(String user, String password, Server server, String page) {
        open(server, "");
        Object status = async(
                "const [user, password, done] = arguments;"
                        + "fetch('api/session', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                        + " body: JSON.stringify({user, password})}).then(r => done(r.status), e => done(String(e)))",
                user,
                password);
        if (!Long.valueOf(200).equals(status)) {
            throw new AssertionError("The session of " + user + " did not begin: " + status);
        }
        return open(server, page);
    }

    public Browser asOperator(Server server, String page) {
        return as("operator", Server.OPERATOR_PASSWORD, server, page);
    }

    /** Returns the finder of elements by their roles and names. */
    public Page page() {
        return new Page(driver);
    }

    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script whose last argument is called with the result. */
    Object async(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void back() {
        driver.navigate().back();
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses a key as a person does: whatever has the focus gets it. */
    void key(CharSequence key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** Moves the focus with the tabulator until it is at an element whose name this expression matches. */
    void tabTo(String expression) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (focusedName().matches(expression)) {
                return;
            }
            key(Keys.TAB);
        }
        throw new AssertionError("The tabulator does not reach " + expression + " on " + address());
    }

    private String focusedName() {
        try {
            String name = focused().getAccessibleName();
            return name == null ? "" : name;
        } catch (StaleElementReferenceException redrawn) {
            return "";
        }
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Returns the cookie header that the browser would send. */
    String cookies() {
        StringBuilder header = new StringBuilder();
        driver.manage().getCookies().forEach(cookie -> header.append(cookie.getName())
                .append('=')
                .append(cookie.getValue())
                .append("; "));
        return header.toString();
    }

    void deleteCookies() {
        driver.manage().deleteAllCookies();
    }

    /** Sets the size of the visible page in CSS pixels, at any width. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * Enlarges the page in a window of this size, as a browser's zoom does. The page then has fewer pixels, each of
     * more dots.
     */
    void zoom(int width, int height, int factor) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width / factor,
                        "height",
                        height / factor,
                        "deviceScaleFactor",
                        factor,
                        "mobile",
                        false));
    }

    /** Makes the system prefer a light or a dark page. */
    void prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void online(boolean isOnline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !isOnline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Returns what the page was not allowed to load or run, and what it loaded from another server. */
    @SuppressWarnings("unchecked")
    List<String> strangers() {
        return (List<String>) script(
                "return violations.concat(performance.getEntriesByType('resource').map(e => e.name)"
                        + ".filter(name => !name.startsWith(arguments[0])))",
                base);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Saves what is visible below the target folder. */
    void photograph(String name) {
        Path file = Path.of(System.getProperty("abakus.servers"))
                .resolveSibling("screenshots")
                .resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
