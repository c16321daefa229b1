package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.WebElement;

/**
 * What WildFly's own management console shows of an EAR's queues, and what it needs for that. Takes the pictures of
 * {@code server-config/wildfly/README.md}.
 */
@Tag("by-hand")
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
final class HalIT {

    private static final int PORT_OFFSET = 2400;
    private static final String USER = "hal";
    private static final String PASSWORD = "hal-of-the-tests";
    private static final int WAITING = 3;
    private static final String QUEUE = "abakus.default";
    private static final String BROKER = "/subsystem=messaging-activemq/server=default";
    private static final String AT_BROKER = BROKER + "/runtime-queue=jms.queue." + QUEUE;
    private static final String DEFINED = BROKER + "/jms-queue=" + QUEUE;

    /** The column of queues and topics, by its id. */
    private static final String DESTINATIONS = "msg-server-destination-r";

    @Test
    void it_shows_the_queues_of_an_ear_once_the_server_defines_them(Browser browser) throws Exception {
        try (Server server = Server.fresh("hal", PORT_OFFSET).start()) {
            String home = server.product().home().toString();
            String configuration = server.base().resolve("configuration").toString();
            run(home + "/bin/add-user.sh", "--silent", "-u", USER, "-p", PASSWORD, "-sc", configuration);
            ManagementCli cli = new ManagementCli(server);
            cli.run(AT_BROKER + ":pause");
            for (int i = 0; i < WAITING; i++) {
                server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2]}");
            }

            Page page = destinations(browser, server);
            row(page, DESTINATIONS, "AbakusExpiry");
            assertThat(page.body()).doesNotContain(QUEUE);

            run(
                    server.product().scripts().resolve("show-queues.sh").toString(),
                    "--home",
                    home,
                    "--controller",
                    "127.0.0.1:" + server.managementPort());
            destinations(browser, server);
            choose(page, DESTINATIONS, QUEUE);
            page.text("jms.queue." + QUEUE);
            page.until("the count", same -> same.body().matches("(?s).*Message Count\\s*" + WAITING + "\\b.*"));
            browser.photograph("hal-queues");

            browser.visit(console(server) + "#jms-queue;msg-server=default;name=" + QUEUE);
            page.text("JMSPriority: ");
            assertThat(page.body()).doesNotContain("diagnostics.add");
            browser.photograph("hal-messages");

            cli.run(AT_BROKER + ":resume");
            server.stop();
            server.start();
            assertThat(new ManagementCli(server).run(DEFINED + ":read-attribute(name=queue-address)"))
                    .as("the application deploys beside the definitions")
                    .contains("jms.queue." + QUEUE);
            server.stop();
        }
    }

    /** Returns the page with the column of queues and topics. */
    private static Page destinations(Browser browser, Server server) {
        // The console has no form of its own. The browser keeps the password that it was given for this address.
        browser.visit("http://" + USER + ":" + PASSWORD + "@127.0.0.1:" + server.managementPort() + "/management");
        Page page = browser.visit(console(server) + "#runtime").page();
        choose(page, "standalone-server-column", "");
        choose(page, "rss", "Messaging");
        choose(page, "messaging-category-r", "Server");
        choose(page, "msg-server-r", "default");
        return page;
    }

    private static String console(Server server) {
        return "http://127.0.0.1:" + server.managementPort() + "/console/index.html";
    }

    /** Looks again if the column is drawn once more before the click. */
    private static void choose(Page page, String column, String text) {
        page.until("the row to be clicked", same -> {
            row(same, column, text).click();
            return true;
        });
    }

    private static WebElement row(Page page, String column, String text) {
        return page.element("#" + column + " li", text);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
