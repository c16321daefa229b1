package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.Counted;
import no.abakus.it.CountedServlet;
import no.abakus.it.server.Applications;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The console in a WAR of its own, beside a WAR with tasks and without a console. */
@Tag("by-hand")
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
final class ConsoleAloneIT {

    private static final int PORT_OFFSET = 2650;
    private static final String API = "/abakus/api/";
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void rest_and_page_find_the_application_of_another_war(@TempDir Path folder, Browser browser) throws Exception {
        Path console = Path.of(System.getProperty("abakus.console-alone"));
        Path shop = Applications.war(folder, "shop", Counted.class, CountedServlet.class);
        try (Server server = Server.fresh(
                        "console-alone",
                        PORT_OFFSET,
                        console,
                        "--deploy",
                        shop.toString(),
                        // An application without a console keeps its ended tasks only if it is told to.
                        "-Dabakus.tasks.history=all")
                .launch()) {
            server.http().awaitStatus(API + "health/live", 200, BOOT);
            server.http().awaitStatus("/shop/counted", 200, BOOT);
            assertThat(server.http()
                            .post("/shop/counted?count=1&key=seen&to=shop", "")
                            .status())
                    .isEqualTo(200);

            // The console runs no tasks itself, so it never reports that it is ready to run them.
            assertThat(server.http().get(API + "health").status()).isEqualTo(503);

            assertThat(server.operator().get(API + "queues/applications").json().findValuesAsText("name"))
                    .contains("abakus.shop.default", "abakus.default");
            await("the task in the application's history").atMost(PATIENCE).until(() -> server.operator()
                    .get(API + "executions?application=shop")
                    .json()
                    .findValuesAsText("name")
                    .contains("counted.note"));
            assertThat(server.operator()
                            .get(API + "dead-letters?application=shop")
                            .json()
                            .at("/total/value")
                            .asInt())
                    .isZero();

            Page page = browser.asOperator(server, "applications").page();
            page.link("shop").click();
            page.heading("Application shop");
            page.text("abakus.shop.default");
            page.text("counted.note");
            browser.photograph("console-alone");
            assertThat(browser.strangers()).isEmpty();
            server.stop();
        }
    }
}
