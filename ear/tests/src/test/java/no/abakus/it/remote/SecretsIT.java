package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/** The same redaction applies wherever a task's arguments or exception are shown outside the task. */
@OnSharedServer
final class SecretsIT {

    private static final String API = "/abakus/api/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LISTENER_PASSWORD = "listener-of-the-tests";

    /**
     * The first is secret by its key, the second by its form. The third is not secret, and proves that something is
     * shown.
     */
    private static final String PASSWORD = "hunter-2-of-ada";

    private static final String MAIL = "ada.lovelace@example.com";
    private static final String OPEN = "engine no. 1";
    private static final String ARGUMENTS =
            "{\"password\":\"" + PASSWORD + "\",\"note\":\"" + OPEN + " for " + MAIL + "\"}";

    @Test
    void arguments_keep_their_secrets_in_lines_and_results_while_the_task_gets_them(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.echo", "{\"args\":[" + ARGUMENTS + "],\"ignore_result\":false}");

        JsonNode result = http.get(API + "results/" + id + "?wait=20").json();
        server.lines()
                .await(
                        "the end of " + id,
                        PATIENCE,
                        line -> line.get("task_id").equals(id) && line.event().equals("task_succeeded"));

        assertThat(result.path("result").toString()).isEqualTo(ARGUMENTS);
        assertThat(server.lines()
                        .where(line ->
                                line.text().contains(PASSWORD) || line.text().contains(MAIL)))
                .isEmpty();
    }

    @Test
    void operators_see_what_runs_and_waits_without_its_secrets(Server server) throws Exception {
        Http http = server.operator();
        String running = http.applyAsync(
                "diagnostics.sleep", "{\"args\":[50],\"shadow\":\"for " + MAIL + "\",\"ignore_result\":false}");
        String waiting = http.applyAsync("diagnostics.echo", "{\"args\":[" + ARGUMENTS + "],\"countdown\":3600}");
        server.lines()
                .await(
                        "begun",
                        PATIENCE,
                        line -> line.get("task_id").equals(running)
                                && line.event().equals("task_started"));

        String active = http.get(API + "workers/active").body();
        String scheduled = http.get(API + "queues/scheduled").body();
        for (String id : new String[] {running, waiting}) {
            http.post(API + "results/" + id + "/revoke", "{\"terminate\":true}");
        }

        assertThat(active).contains(running).doesNotContain(MAIL);
        assertThat(scheduled).contains(waiting, OPEN).doesNotContain(PASSWORD).doesNotContain(MAIL);
    }

    @Test
    void what_a_task_threw_is_shown_without_its_secrets(Server server) throws Exception {
        Http http = server.operator();
        String message = OPEN + " is not for " + MAIL;
        String id = http.applyAsync("diagnostics.fail", "{\"args\":[\"" + message + "\"],\"ignore_result\":false}");

        JsonNode exception = http.get(API + "results/" + id + "?wait=20").json().path("exception");

        assertThat(exception.path("message").asText()).contains(OPEN, "[redacted]");
        assertThat(exception.path("traceback").asText()).contains(OPEN, "[redacted]");
        assertThat(exception.toString()).doesNotContain(MAIL);
    }

    @Test
    void monitoring_events_tell_of_arguments_and_exceptions_without_their_secrets(Server server) throws Exception {
        server.addUser("listener", LISTENER_PASSWORD, "abakus-client");
        Http http = server.operator();
        http.post(API + "control/enable-events", "{}");

        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("listener", LISTENER_PASSWORD)) {
            JMSConsumer sent = jms.createConsumer(jms.createTopic("abakus.monitoring"), "JMSType = 'task-sent'");
            JMSConsumer failed = jms.createConsumer(jms.createTopic("abakus.monitoring"), "JMSType = 'task-failed'");

            http.applyAsync("diagnostics.echo", "{\"args\":[" + ARGUMENTS + "]}");
            String toldOfSending = sent.receive(PATIENCE.toMillis()).getBody(String.class);
            http.applyAsync("diagnostics.fail", "{\"args\":[\"" + OPEN + " is not for " + MAIL + "\"]}");
            String toldOfFailure = failed.receive(PATIENCE.toMillis()).getBody(String.class);

            for (String told : new String[] {toldOfSending, toldOfFailure}) {
                assertThat(told).contains(OPEN).doesNotContain(PASSWORD).doesNotContain(MAIL);
            }
        } finally {
            http.post(API + "control/disable-events", "{}");
        }
    }
}
