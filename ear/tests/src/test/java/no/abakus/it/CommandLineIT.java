package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program {@code abakus}, started as an operator does, against a real server. */
@Tag("long")
@OnSharedServer
final class CommandLineIT {

    private record Ended(int code, String output) {}

    @Test
    void a_failed_task_is_called_found_explained_and_sent_again(Server server) throws Exception {
        Ended called = abakus(server, "call", "diagnostics.fail", "from the terminal", "--wait", "30");
        assertThat(called.code()).as(called.output()).isEqualTo(1);
        assertThat(called.output()).startsWith("FAILURE").contains("IllegalStateException", "from the terminal");

        String id = server.operator()
                .applyAsync("diagnostics.fail", "{\"args\":[\"to be found\"],\"ignore_result\":false}");
        assertThat(abakus(server, "result", id, "--wait", "30").code()).isEqualTo(1);
        assertThat(abakus(server, "why", id).output()).contains("It has ended as failed");

        Ended again = abakus(server, "retry", id);
        assertThat(again.code()).as(again.output()).isZero();
        Ended twice = abakus(server, "retry", id);
        assertThat(twice.code()).as(twice.output()).isEqualTo(3);
        assertThat(twice.output()).contains("409 not-retryable");
    }

    @Test
    void values_arrive_as_they_were_typed(Server server) throws Exception {
        Ended ended = abakus(server, "call", "diagnostics.echo", "[9007199254740993.10, \"3\"]", "--wait", "30");

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output().lines()).containsExactly("SUCCESS", "[9007199254740993.10,\"3\"]");
    }

    @Test
    void the_system_is_listed(Server server) throws Exception {
        assertThat(abakus(server, "tasks", "--names").output()).contains("diagnostics.add");
        assertThat(abakus(server, "queues").output()).contains("QUEUE", "dead letters: ");
        assertThat(abakus(server, "workers").output()).contains("yes");
        Ended status = abakus(server, "status");
        assertThat(status.code()).as(status.output()).isIn(0, 1);
        assertThat(status.output()).contains("TAKES TASKS");
    }

    @Test
    void a_wrong_password_is_refused(Server server) throws Exception {
        Ended ended = run(server, "guessed", "queues");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).contains("401", "ABAKUS_PASSWORD");
    }

    private static Ended abakus(Server server, String... arguments) throws IOException, InterruptedException {
        return run(server, Server.OPERATOR_PASSWORD, arguments);
    }

    private static Ended run(Server server, String password, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("abakus.cli")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("ABAKUS_URL", "http://127.0.0.1:" + server.http().port() + "/abakus");
        builder.environment().put("ABAKUS_PASSWORD", password);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
