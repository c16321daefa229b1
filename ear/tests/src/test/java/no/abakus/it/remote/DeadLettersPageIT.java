package no.abakus.it.remote;

import jakarta.jms.JMSContext;
import java.time.Duration;
import no.abakus.it.browser.Browser;
import no.abakus.it.browser.Page;
import no.abakus.it.browser.WithBrowser;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/** Messages of a program that does not check its arguments, as an operator finds them on the page. */
@WithBrowser
final class DeadLettersPageIT {

    private static final String PASSWORD = "careless-of-the-tests";

    @Test
    void dead_letters_are_found_deleted_and_requeued_all_at_once(Server server, Browser browser) throws Exception {
        String ids = "letter-" + System.nanoTime();
        server.addUser("careless", PASSWORD, "abakus-client");
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("careless", PASSWORD)) {
            for (int i = 0; i < 3; i++) {
                jms.createProducer()
                        .setProperty("abakus_id", ids + "-" + i)
                        .setProperty("abakus_task", "diagnostics.add")
                        .setProperty("abakus_content_type", "application/json")
                        .send(jms.createQueue("abakus.default"), "{\"args\":[\"<b>one</b>\"]}");
            }
        }
        server.lines()
                .awaitMany(
                        "three rejections",
                        Duration.ofSeconds(20),
                        3,
                        line -> line.event().equals("task_rejected")
                                && line.get("task_id").startsWith(ids));

        Page page =
                browser.asOperator(server, "dead-letters?q=id:" + ids + "-*").page();
        page.text("3 dead letters");
        page.button("Delete diagnostics.add").click();
        page.dialog("Delete this dead letter?");
        page.button("Delete").click();
        page.text("2 dead letters");

        page.button("Requeue 2…").click();
        page.dialog("Requeue 2 dead letters?");
        page.button("Requeue").click();
        page.text("2 requeued.");
        page.button("Close").click();
        // Their arguments are as wrong as before.
        page.text("2 dead letters");

        page.button("Delete 2…").click();
        page.button("Delete").click();
        page.text("2 deleted.");
        page.button("Close").click();
        page.text("No dead letter matches");
    }
}
