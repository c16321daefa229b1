package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payara's broker, controlled by its own command line and listed by our script, as server-config/payara/README.md shows
 * it.
 */
@OnSharedServer
@DisabledIfSystemProperty(
        named = "abakus.broker",
        matches = "artemis",
        disabledReason = "With Artemis outside, OpenMQ gets no messages")
@EnabledIfSystemProperty(named = "abakus.server", matches = "payara", disabledReason = "OpenMQ comes with Payara")
final class OpenMqCliIT {

    private static final List<String> QUEUE = List.of("dst", "-t", "q", "-n", "abakus.default");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void tasks_of_a_paused_queue_wait_and_run_once_it_goes_on(Server server) throws Exception {
        String id;
        String queue;
        String waiting;
        cli(server, "pause", QUEUE, "-pst", "CONSUMERS");
        try {
            id = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2]}");
            queue = cli(server, "query", QUEUE);
            waiting = list(server, "abakus_id = '" + id + "'");
        } finally {
            cli(server, "resume", QUEUE);
        }

        assertThat(queue).contains("CONSUMERS_PAUSED");
        assertThat(waiting).contains("abakus_id = " + id);
        awaitSuccess(server, id);
    }

    @Test
    void a_waiting_task_shows_name_id_arguments_and_request_and_is_found_by_its_request(Server server)
            throws Exception {
        String id;
        String selected;
        cli(server, "pause", QUEUE, "-pst", "CONSUMERS");
        try {
            id = server.operator()
                    .with("X-Request-ID", "openmq-1")
                    .applyAsync("diagnostics.echo", "{\"args\":[\"seen from outside\"]}");
            server.operator().with("X-Request-ID", "openmq-2").applyAsync("diagnostics.add", "{\"args\":[1,2]}");
            selected = list(server, "abakus_ctx_request_id = 'openmq-1'");
        } finally {
            cli(server, "resume", QUEUE);
        }

        assertThat(selected)
                .contains("abakus_task = diagnostics.echo")
                .contains("abakus_id = " + id)
                .contains("abakus_ctx_request_id = openmq-1")
                .contains("seen from outside")
                .doesNotContain("openmq-2");
        awaitSuccess(server, id);
    }

    /** Sends on the sender's own thread rely on this: see the decision about them. */
    @Test
    void nobody_who_sends_has_to_wait_for_a_paused_broker(Server server) throws Exception {
        String sent;
        cli(server, "pause", QUEUE, "-pst", "PRODUCERS");
        cli(server, "pause", List.of("bkr"));
        try {
            sent = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2]}");
        } finally {
            cli(server, "resume", List.of("bkr"));
            cli(server, "resume", QUEUE);
        }

        awaitSuccess(server, sent);
    }

    /** Its queue holds six times as many messages as its limit. */
    @Test
    void nobody_who_sends_has_to_wait_for_a_full_queue(Server server) throws Exception {
        List<String> sent = new ArrayList<>();
        cli(server, "pause", QUEUE, "-pst", "CONSUMERS");
        cli(server, "update", QUEUE, "-o", "limitBehavior=FLOW_CONTROL", "-o", "maxNumMsgs=1");
        try {
            for (int i = 0; i < 6; i++) {
                sent.add(server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2]}"));
            }
        } finally {
            cli(server, "update", QUEUE, "-o", "maxNumMsgs=-1");
            cli(server, "resume", QUEUE);
        }

        for (String id : sent) {
            awaitSuccess(server, id);
        }
    }

    /** The broker's client unpacks a text before a node can measure it. */
    @Test
    void no_message_may_be_much_larger_than_a_task(Server server) throws Exception {
        assertThat(cli(server, "query", List.of("bkr"))).containsPattern("Max Message Size\\s+(32m|33554432)\\b");
    }

    private static void awaitSuccess(Server server, String id) throws InterruptedException {
        server.lines()
                .await(
                        "the end of " + id,
                        PATIENCE,
                        line -> line.get("task_id").equals(id) && line.event().equals("task_succeeded"));
    }

    private static String list(Server server, String selector) throws IOException, InterruptedException {
        return run(List.of(
                Product.PAYARA.scripts().resolve("list-messages.sh").toString(),
                "--home",
                Product.PAYARA.home().toString(),
                "--broker",
                "127.0.0.1:" + server.openMqPort(),
                selector));
    }

    private String cli(Server server, String verb, List<String> subject, String... options)
            throws IOException, InterruptedException {
        Path password = folder.resolve("password");
        Files.writeString(password, "imq.imqcmd.password=admin\n");
        List<String> command = new ArrayList<>(
                List.of(Product.PAYARA.home().resolve("mq/bin/imqcmd").toString(), verb));
        command.addAll(subject);
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-f", "-b", "127.0.0.1:" + server.openMqPort(), "-u", "admin", "-passfile", password.toString()));
        return run(command);
    }

    private static String run(List<String> script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(script);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
