package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/** A program in a process of its own, without a container or its classes, lets a real server run its tasks. */
@OnSharedServer
final class RemoteTasksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "batch-of-the-tests";

    /**
     * The part of this test's class path that the program gets: neither a server's APIs nor the tests' libraries, nor the
     * formats that a sender of JSON does not need.
     */
    private static final List<String> NEEDED = List.of(
            "test-classes",
            "abakus-tasks",
            "ejb-module",
            "abakus-logging",
            "logging",
            "abakus-jackson",
            "artemis",
            "jms-api",
            "netty",
            "commons-",
            "slf4j",
            "activemq");

    private record Ran(int exit, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    @Test
    void its_tasks_run_on_the_server_in_its_log_context(Server server) throws Exception {
        server.addUser("batch", PASSWORD, "abakus-client");

        Ran program = run(server, "batch", PASSWORD, "night-1", "ada", "grace");

        assertThat(program.exit()).as(program.text()).isZero();
        List<Line> reminders = server.lines()
                .awaitMany("reminders", PATIENCE, 2, line -> line.event().equals("reminder_due"));
        assertThat(reminders).extracting(line -> line.get("member")).containsExactlyInAnyOrder("ada", "grace");
        assertThat(reminders).allSatisfy(line -> {
            assertThat(line.get("batch_id")).isEqualTo("night-1");
            assertThat(line.get("task_name")).isEqualTo("diagnostics.log");
            assertThat(program.lines()).contains(line.get("task_id"));
        });
    }

    @Test
    void nobody_gets_in_without_a_user_and_its_role(Server server) throws Exception {
        server.addUser("guest", PASSWORD, "guest");

        Ran unknown = run(server, "stranger", PASSWORD, "night-2", "ada");
        Ran withoutRole = run(server, "guest", PASSWORD, "night-2", "ada");

        for (Ran refused : List.of(unknown, withoutRole)) {
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.text()).contains("OperationalException").contains("nothing was sent");
        }
        assertThat(server.lines().where(line -> line.get("batch_id").equals("night-2")))
                .isEmpty();
    }

    @Test
    void who_may_send_may_not_take_tasks_away(Server server) throws Exception {
        server.addUser("curious", PASSWORD, "abakus-client");

        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("curious", PASSWORD)) {
            assertThatThrownBy(() -> jms.createConsumer(jms.createQueue("abakus.default")))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    void who_may_send_may_watch_and_may_neither_hear_nor_give_orders(Server server) throws Exception {
        server.addUser("watcher", PASSWORD, "abakus-client");
        server.operator().post("/abakus/api/control/enable-events", "{}");

        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("watcher", PASSWORD)) {
            JMSConsumer watched =
                    jms.createConsumer(jms.createTopic("abakus.monitoring"), "JMSType = 'task-succeeded'");
            String id = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2]}");
            Message told = watched.receive(PATIENCE.toMillis());

            assertThat(told.getStringProperty("abakus_id")).isEqualTo(id);
            assertThatThrownBy(() -> jms.createConsumer(jms.createTopic("abakus.control")))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThatThrownBy(() -> jms.createProducer().send(jms.createTopic("abakus.control"), "quiet"))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        } finally {
            server.operator().post("/abakus/api/control/disable-events", "{}");
        }
    }

    @Test
    void who_may_send_tasks_may_not_say_that_one_has_expired_or_is_dead(Server server) throws Exception {
        server.addUser("undertaker", PASSWORD, "abakus-client");

        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("undertaker", PASSWORD)) {
            for (String queue : List.of("abakus.expired", "abakus.dead_letter")) {
                assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue(queue), "over"))
                        .isInstanceOf(JMSSecurityRuntimeException.class);
            }
        }
    }

    @Test
    void a_sender_takes_over_no_task_of_others_by_its_id(Server server) throws Exception {
        server.addUser("hijacker", PASSWORD, "abakus-client");
        String id = "victim-" + System.nanoTime();
        server.operator()
                .applyAsync(
                        "diagnostics.add",
                        "{\"args\":[1,2],\"task_id\":\"" + id + "\",\"countdown\":6,\"ignore_result\":false}");

        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("hijacker", PASSWORD)) {
            for (String task : List.of("diagnostics.echo", "diagnostics.add")) {
                for (String expires : List.of("2999-01-01T00:00:00Z", "2020-01-01T00:00:00Z")) {
                    jms.createProducer()
                            .setProperty("abakus_id", id)
                            .setProperty("abakus_task", task)
                            .setProperty("abakus_content_type", "application/json")
                            .setProperty("abakus_ignore_result", false)
                            .setProperty("abakus_expires", expires)
                            .send(
                                    jms.createQueue("abakus.default"),
                                    task.equals("diagnostics.add") ? "{\"args\":[40,2]}" : "{\"args\":[\"HIJACKED\"]}");
                }
            }
        }

        server.lines()
                .awaitMany(
                        "four rejections",
                        PATIENCE,
                        4,
                        line -> line.event().equals("task_rejected")
                                && line.get("task_id").equals(id)
                                && line.get("reason").equals("foreign-id"));
        server.lines()
                .awaitMany(
                        "the task's own end",
                        PATIENCE,
                        1,
                        line -> line.event().equals("task_succeeded")
                                && line.get("task_id").equals(id));
        assertThat(server.operator().get("/abakus/api/results/" + id).body())
                .contains("diagnostics.add", "SUCCESS", "\"result\":3")
                .doesNotContain("HIJACKED");
    }

    private static Ran run(Server server, String user, String password, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        BatchJob.class.getName(),
                        server.brokerUrl())
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("BATCH_USER", user);
        builder.environment().put("BATCH_PASSWORD", password);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new Ran(process.waitFor(), lines);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> NEEDED.stream().anyMatch(entry::contains))
                .filter(entry -> !entry.contains("jakartaee"))
                .filter(entry -> !entry.contains("jackson-formats") && !entry.contains("commons-compress"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
