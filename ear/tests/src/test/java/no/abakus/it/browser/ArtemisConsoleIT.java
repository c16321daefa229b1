package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.abakus.it.server.Server;
import no.abakus.launcher.ServerProcess;
import no.abakus.launcher.ServerStart;
import no.abakus.tasks.remote.RemoteTasks;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.Keys;

/**
 * What the own console of an Artemis that our script has created shows. Takes the picture of {@code
 * server-config/artemis/README.md}.
 */
@Tag("by-hand")
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
final class ArtemisConsoleIT {

    private static final int BROKER = Server.httpPort(2470);
    private static final int OTHER = BROKER + 1;
    private static final int CONSOLE = BROKER + 2;
    private static final String PASSWORD = "artemis-of-the-tests";
    private static final Map<String, String> PASSWORDS = Map.of(
            "ABAKUS_BROKER_PASSWORD", PASSWORD,
            "ABAKUS_BROKER_ADMIN_PASSWORD", PASSWORD,
            "ABAKUS_BROKER_CLUSTER_PASSWORD", PASSWORD);
    private static final int CONNECT_MILLIS = 500;
    private static final int WAITING = 3;
    private static final Duration BOOT = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(1);

    @Test
    void it_shows_the_queues_of_an_application(@TempDir Path folder, Browser browser) throws Exception {
        Path scripts = Path.of(System.getProperty("abakus.project"), "server-config");
        Path instance = folder.resolve("broker");
        create(scripts, folder.resolve("store"), instance);

        try (ServerProcess broker = started(scripts, instance)) {
            broker.await("the broker and its console listen", BOOT, () -> isOpen(BROKER) && isOpen(CONSOLE));
            send();

            Page page =
                    browser.visit("http://127.0.0.1:" + CONSOLE + "/console/").page();
            page.element("#pf-login-username-id", "").sendKeys("admin");
            page.element("#pf-login-password-id", "").sendKeys(PASSWORD, Keys.ENTER);
            page.element("[aria-label=queues]", "Queues").click();
            page.text("jms.queue.abakus.default");
            browser.photograph("artemis-queues");

            assertThat(broker.stop(STOP)).isTrue();
        }
    }

    /** Creates it as the primary of a pair whose other broker has not started. */
    private static void create(Path scripts, Path store, Path instance) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        scripts.resolve("artemis/broker/create.sh").toString(),
                        "--name",
                        "a",
                        "--port",
                        String.valueOf(BROKER),
                        "--other",
                        "127.0.0.1:" + OTHER,
                        "--shared-store",
                        store.toString(),
                        "--heap",
                        "512M",
                        "--console",
                        String.valueOf(CONSOLE),
                        System.getProperty("abakus.artemis.home"),
                        instance.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(PASSWORDS);
        Process creating = builder.start();
        String output = new String(creating.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(creating.waitFor()).as(output).isZero();
    }

    private static ServerProcess started(Path scripts, Path instance) throws IOException {
        return ServerStart.command(List.of(
                        "bash",
                        "-c",
                        ". \"$1\"; hold_lifeline; shift; exec \"$@\"",
                        "broker",
                        scripts.resolve("launcher/base.sh").toString(),
                        instance.resolve("bin/artemis").toString(),
                        "run"))
                .output(Redirect.appendTo(instance.resolve("log-of-the-test").toFile()))
                .start();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void send() throws Exception {
        String address = "tcp://127.0.0.1:" + BROKER + "?enable1xPrefixes=true";
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(address);
                RemoteTasks remote =
                        RemoteTasks.over(connections).login("abakus", PASSWORD).connect()) {
            for (int i = 0; i < WAITING; i++) {
                remote.tasks().call("mail.send").args("ann@example.com").applyAsync();
            }
        }
    }
}
