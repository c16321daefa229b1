package no.abakus.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test starts a JVM that runs a small shell script in place of a server. */
class ForegroundTest {

    private static final String SERVER =
            "trap 'echo stopping; exit 0' TERM; echo started; while :; do sleep 0.05; done";

    private Process launcher;

    @AfterEach
    void end() {
        if (launcher != null) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }

    @Test
    void ends_with_the_exit_code_of_the_command() throws Exception {
        launch("echo done; exit 7");

        assertThat(lines()).containsExactly("done");
        assertThat(launcher.waitFor()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void starts_a_command_again_that_a_task_has_ended(int code, @TempDir Path folder) throws Exception {
        launch("cd '" + folder + "'; echo life; echo x >> lives; [ $(wc -l < lives) -ge 3 ] && exit 7; exit " + code);

        assertThat(lines()).containsExactly("life", "life", "life");
        assertThat(launcher.waitFor()).isEqualTo(7);
    }

    @Test
    void gives_up_on_a_command_that_runs_out_of_memory_each_time() throws Exception {
        launch("echo life; exit 3");

        assertThat(lines()).hasSize(10);
        assertThat(launcher.waitFor()).isEqualTo(3);
    }

    @Test
    void tells_the_command_to_stop_and_waits_for_its_end() throws Exception {
        BufferedReader stdout = launch(SERVER);
        assertThat(stdout.readLine()).isEqualTo("started");

        signal().destroy();

        assertThat(stdout.readLine()).isEqualTo("stopping");
        assertThat(launcher.waitFor(30, SECONDS)).isTrue();
    }

    @Test
    void is_gone_only_after_the_command_is_gone() throws Exception {
        BufferedReader stdout = launch(SERVER);
        assertThat(stdout.readLine()).isEqualTo("started");
        ProcessHandle command = launcher.children().findFirst().orElseThrow();

        signal().destroy();

        assertThat(launcher.onExit().thenApply(ended -> command.isAlive()).get(30, SECONDS))
                .isFalse();
    }

    @Test
    void breaks_the_lifeline_of_the_command_when_it_is_killed() throws Exception {
        BufferedReader stdout = launch("echo started; cat; echo alone");
        assertThat(stdout.readLine()).isEqualTo("started");

        signal().destroyForcibly();

        assertThat(stdout.readLine()).isEqualTo("alone");
    }

    @Test
    void hands_on_its_own_properties_and_no_others() throws Exception {
        launch(List.of("-Dabakus.viewer=with a blank", "-Dother=1"), "printf '%s\\n' \"$@\"");

        assertThat(lines()).containsExactly("-Dabakus.viewer=with a blank");
    }

    @Test
    void properties_come_after_the_arguments_so_that_they_prevail() {
        Properties properties = new Properties();
        properties.setProperty("abakus.b", "2");
        properties.setProperty("abakus.a", "1");

        assertThat(Foreground.withProperties(new String[] {"run", "-Dabakus.a=0"}, properties))
                .containsExactly("run", "-Dabakus.a=0", "-Dabakus.a=1", "-Dabakus.b=2");
    }

    private BufferedReader launch(String script) throws IOException {
        return launch(List.of(), script);
    }

    private BufferedReader launch(List<String> options, String script) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Foreground.class.getName()));
        command.addAll(List.of("sh", "-c", script, "script"));
        launcher = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return launcher.inputReader();
    }

    /** Returns a handle, because {@link Process#destroy} would close the streams that must still be read. */
    private ProcessHandle signal() {
        return launcher.toHandle();
    }

    private List<String> lines() {
        return launcher.inputReader().lines().toList();
    }
}
