package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.it.browser.Browser;
import no.abakus.it.browser.Page;
import no.abakus.it.browser.WithBrowser;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of a program that does not check its arguments, as an operator finds them on the page. */
@WithBrowser
final class DeadLettersPageIT {

    private static final String PASSWORD = "careless-of-the-tests";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FOR_MANY = Duration.ofMinutes(4);

    /** Sends messages with wrong arguments, and waits until all of them are dead letters. Returns how their ids begin. */
    private static String buried(Server server, int count) throws Exception {
        String ids = "letter-" + System.nanoTime();
        server.addUser("careless", PASSWORD, "abakus-client");
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("careless", PASSWORD, JMSContext.SESSION_TRANSACTED)) {
            for (int i = 0; i < count; i++) {
                jms.createProducer()
                        .setProperty("abakus_id", ids + "-" + i)
                        .setProperty("abakus_task", "diagnostics.add")
                        .setProperty("abakus_content_type", "application/json")
                        .send(jms.createQueue("abakus.default"), "{\"args\":[\"<b>one</b>\"]}");
            }
            jms.commit();
        }
        awaitRejections(server, ids, count);
        return ids;
    }

    private static void awaitRejections(Server server, String ids, int count) throws InterruptedException {
        server.lines().awaitMany(count + " rejections", FOR_MANY, count, line -> isRejection(line, ids));
    }

    private static int rejections(Server server, String ids) {
        return server.lines().where(line -> isRejection(line, ids)).size();
    }

    private static boolean isRejection(Line line, String ids) {
        return line.event().equals("task_rejected") && line.get("task_id").startsWith(ids);
    }

    private static int letters(Server server, String ids) throws InterruptedException {
        return server.operator()
                .get("/abakus/api/dead-letters?q=id:" + ids + "-*")
                .json()
                .at("/total/value")
                .asInt();
    }

    @Test
    void dead_letters_are_found_deleted_and_requeued_all_at_once(Server server, Browser browser) throws Exception {
        String ids = buried(server, 3);

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
        // Their arguments are as wrong as before, so a worker has rejected both again.
        awaitRejections(server, ids, 5);
        page.text("2 dead letters");
        assertThat(letters(server, ids)).isEqualTo(2);

        page.button("Delete 2…").click();
        page.button("Delete").click();
        page.text("2 deleted.");
        page.button("Close").click();
        page.text("No dead letter matches");
        assertThat(letters(server, ids)).isZero();
    }

    /** Case 13, with fewer letters: all are requeued with progress, Stop leaves the rest, and none is lost. */
    @Test
    void requeueing_many_shows_its_progress_and_a_stop_leaves_the_rest(Server server, Browser browser)
            throws Exception {
        int count = 300;
        String ids = buried(server, count);
        Page page =
                browser.asOperator(server, "dead-letters?q=id:" + ids + "-*").page();
        page.text("300 dead letters");

        page.button("Requeue 300…").click();
        page.dialog("Requeue 300 dead letters?");
        rate(page, browser, 10);
        page.button("Requeue").click();
        page.progress("requeued");
        page.until("a part of them", same -> requeued(same) > 0);
        page.button("Stop").click();
        page.text(" left as they were.");
        int first = requeued(page);
        assertThat(first).isBetween(1, count - 1);
        page.button("Close").click();
        // A letter that was being requeued when the operator pressed Stop counts, too.
        awaitRejections(server, ids, count + first);
        await("all are dead letters again").atMost(PATIENCE).until(() -> letters(server, ids) == count);
        int again = rejections(server, ids) - count;
        assertThat(again).isBetween(first, count - 1);

        page.button("Requeue 300…").click();
        page.dialog("Requeue 300 dead letters?");
        rate(page, browser, 1000);
        page.button("Requeue").click();
        page.text("300 requeued.");
        page.button("Close").click();
        // Each was delivered once more and rejected for the same reason: nothing was lost, and nothing sent twice.
        awaitRejections(server, ids, 2 * count + again);
        await("all are dead letters again").atMost(PATIENCE).until(() -> letters(server, ids) == count);
        assertThat(rejections(server, ids)).isEqualTo(2 * count + again);

        page.button("Delete 300…").click();
        rate(page, browser, 1000);
        page.button("Delete").click();
        page.text("300 deleted.");
        assertThat(letters(server, ids)).isZero();
    }

    /** Case 13: ten thousand are requeued with progress, and none is lost or sent twice. */
    @Test
    @Tag("by-hand")
    void ten_thousand_are_requeued_once_each(Server server, Browser browser) throws Exception {
        int count = 10_000;
        // A list has ten thousand letters at most.
        for (JsonNode other : server.operator()
                .get("/abakus/api/dead-letters?limit=200")
                .json()
                .path("items")) {
            server.operator()
                    .delete("/abakus/api/dead-letters/" + other.path("id").asText());
        }
        String ids = buried(server, count);
        Page page =
                browser.asOperator(server, "dead-letters?q=id:" + ids + "-*").page();
        page.text("10,000 dead letters");

        page.button("Requeue 10,000…").click();
        page.dialog("Requeue 10,000 dead letters?");
        rate(page, browser, 1000);
        page.button("Requeue").click();
        page.progress("requeued");
        page.until("a part of them", same -> requeued(same) > 0);
        // They are rejected again, for the same reason.
        awaitRejections(server, ids, 2 * count);
        page.text("10,000 requeued.");
        page.button("Close").click();
        await("all are dead letters again").atMost(PATIENCE).until(() -> letters(server, ids) == count);
        assertThat(rejections(server, ids)).isEqualTo(2 * count);

        page.button("Delete 10,000…").click();
        rate(page, browser, 1000);
        page.button("Delete").click();
        await("none is left").atMost(FOR_MANY).until(() -> letters(server, ids) == 0);
        page.text("10,000 deleted.");
    }

    private static void rate(Page page, Browser browser, int perSecond) {
        page.until(
                "the field of the rate",
                same -> Boolean.TRUE.equals(
                        browser.script("return document.querySelector('dialog input[name=rate]') !== null")));
        browser.script("document.querySelector('dialog input[name=rate]').value = arguments[0]", perSecond);
    }

    /** The number before the word in the dialog; 0 as long as there is none. */
    private static int requeued(Page page) {
        Matcher said = Pattern.compile("(\\d+) requeued").matcher(page.body());
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }
}
