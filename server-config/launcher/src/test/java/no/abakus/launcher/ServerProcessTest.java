package no.abakus.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as the build drives it, with a shell script in place of the server. */
class ServerProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ENDLESS = "while :; do sleep 0.05; done";

    @TempDir
    private Path folder;

    private ServerStart script(String content) throws IOException {
        Path script = Files.writeString(folder.resolve("run.sh"), content);
        return ServerStart.of(script, folder.resolve("home"), folder.resolve("base"), 17);
    }

    @Test
    void the_script_gets_its_folders_its_ports_its_archives_and_the_other_options() throws Exception {
        ServerStart start = script("echo \"$@ $NAME\"")
                .deploy(folder.resolve("a.ear"))
                .options(List.of("-Dx=y"))
                .environment(Map.of("NAME", "value"));

        try (ServerProcess server = start.start()) {
            assertThat(new String(server.stdout().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("--home %1$s/home --base %1$s/base --port-offset 17 --deploy %1$s/a.ear -Dx=y value"
                            .formatted(folder));
            assertThat(server.awaitExit(PATIENCE)).isZero();
        }
    }

    @Test
    void a_server_that_is_told_to_stop_prints_its_last_line() throws Exception {
        Path ready = folder.resolve("ready");
        ServerStart start = script("trap 'echo last words; exit 143' TERM; touch " + ready + "; " + ENDLESS);

        try (ServerProcess server = start.start()) {
            server.await("it is ready", PATIENCE, () -> Files.exists(ready));
            assertThat(server.stop(PATIENCE)).isTrue();

            assertThat(new String(server.stdout().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("last words");
            assertThat(server.awaitExit(PATIENCE)).isEqualTo(143);
        }
    }

    @Test
    void a_server_that_does_not_stop_is_killed() throws Exception {
        Path ready = folder.resolve("ready");
        ServerStart start =
                script("trap '' TERM; touch " + ready + "; " + ENDLESS).output(Redirect.DISCARD);

        try (ServerProcess server = start.start()) {
            server.await("it is ready", PATIENCE, () -> Files.exists(ready));

            assertThat(server.stop(Duration.ofMillis(300))).isFalse();
            assertThat(server.isRunning()).isFalse();
        }
    }

    @Test
    void the_terminal_does_not_stop_a_server_that_is_away_from_it() throws Exception {
        assumeThat(Path.of("/usr/bin/setsid")).as("Linux has process groups").exists();
        // The fifth field is the process group, to whose processes the terminal sends Ctrl-C.
        ServerStart start = script("cut -d ' ' -f 5 /proc/$$/stat").awayFromTerminal();

        try (ServerProcess server = start.start()) {
            assertThat(new String(server.stdout().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(Long.toString(server.id()));
        }
    }

    @Test
    void a_server_gets_the_signals_that_it_is_sent() throws Exception {
        Path ready = folder.resolve("ready");
        ServerStart start = script("trap 'echo heard; exit' USR1; touch " + ready + "; " + ENDLESS);

        try (ServerProcess server = start.start()) {
            server.await("it is ready", PATIENCE, () -> Files.exists(ready));

            server.signal("USR1");

            assertThat(new String(server.stdout().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("heard");
        }
    }

    @Test
    void nobody_waits_for_a_server_that_has_ended() throws Exception {
        try (ServerProcess server = script("exit 5").start()) {
            assertThatThrownBy(() -> server.await("it is ready", PATIENCE, () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The server ended with code 5 before this condition was met: it is ready");
        }
    }

    @Test
    void waiting_has_an_end() throws Exception {
        try (ServerProcess server = script(ENDLESS).start()) {
            assertThatThrownBy(() -> server.await("it is ready", Duration.ofMillis(100), () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("After PT0.1S this condition is not met: it is ready");
            assertThatThrownBy(() -> server.awaitExit(Duration.ofMillis(100)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("did not end within");
        }
    }
}
