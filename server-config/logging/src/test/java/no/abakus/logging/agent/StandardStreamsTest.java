package no.abakus.logging.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import no.abakus.logging.LogContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JVM with the real agent: what it prints, before and after logging is set up. */
final class StandardStreamsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everything_that_is_printed_is_json_with_the_context_of_its_thread() throws Exception {
        List<JsonNode> lines = run("-Djava.util.logging.manager=" + Chosen.class.getName());

        assertThat(lines).allMatch(JsonNode::isObject);
        assertThat(lines)
                .extracting(line -> line.path("event").asText())
                .containsExactly("early", "chosen " + Chosen.class.getSimpleName(), "logged", "late", "gone wrong");
        assertThat(lines)
                .extracting(line -> line.path("logger").asText())
                .containsExactly("stdout", "stdout", "a.logger", "stdout", "stderr");
        assertThat(lines)
                .extracting(line -> line.path("level").asText())
                .containsExactly("info", "info", "info", "info", "error");
        assertThat(lines.get(3).path("request_id").asText()).isEqualTo("r-1");
    }

    @Test
    void a_server_that_has_not_chosen_its_log_manager_yet_still_can() throws Exception {
        assertThat(run()).extracting(line -> line.path("event").asText()).contains("chosen Chosen");
    }

    private List<JsonNode> run(String... options) throws IOException, InterruptedException {
        Path properties = Files.writeString(
                folder.resolve("logging.properties"), "handlers=no.abakus.logging.server.JsonHandler\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + agent(),
                "-Djava.util.logging.config.file=" + properties,
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(Printing.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    /** The classes are on the class path; the jar only names the agent among them. */
    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), StandardStreams.class.getName());
        Path jar = folder.resolve("agent.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    /** The program that is run. */
    static final class Printing {
        private Printing() {}

        public static void main(String... arguments) {
            System.out.println("early");
            System.setProperty("java.util.logging.manager", Chosen.class.getName());
            System.out.println("chosen " + LogManager.getLogManager().getClass().getSimpleName());
            Logger.getLogger("a.logger").info("logged");
            try (var scope = LogContext.bind("request_id", "r-1")) {
                System.out.println("late");
            }
            System.err.println("gone wrong");
        }
    }

    /** A log manager as a server brings one. */
    public static final class Chosen extends LogManager {}
}
