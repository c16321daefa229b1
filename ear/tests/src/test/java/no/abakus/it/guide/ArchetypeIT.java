package no.abakus.it.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an empty folder to a task that runs on a server, with the archetype and the two commands that it prints. */
@Tag("by-hand") // It starts servers of its own by the commands that it prints, and has not passed as a whole yet.
@Execution(ExecutionMode.SAME_THREAD)
final class ArchetypeIT {

    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";
    private static final int PORT_OFFSET = 2800;
    private static final int TESTS_OFFSET = PORT_OFFSET + 50;
    private static final String GREETINGS = "http://127.0.0.1:" + (8080 + PORT_OFFSET) + "/shop/api/greetings/";
    private static final Duration MOST_TIME = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 4_000_000;

    @TempDir
    private static Path folder;

    private static OfflineMaven maven;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void aRepositoryWithThisBuild() throws Exception {
        maven = OfflineMaven.in(folder.resolve("maven"));
    }

    @ParameterizedTest
    @CsvSource({"war, web/target/shop.war", "ear, ear/target/shop.ear"})
    void an_application_passes_its_tests_and_runs_its_task(String kind, String archive) throws Exception {
        Instant start = Instant.now();
        Path project = generated(kind);

        leaveThePortsToOtherTests(project.resolve("server/src/test"));
        OfflineMaven.Outcome verified = maven.run(project, "verify");
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("GreetingsTest").contains("GreetingIT");
        assertThat(Files.size(project.resolve(archive)))
                .as("bytes of an archive for JSON alone")
                .isLessThanOrEqualTo(MOST_BYTES);

        runsItsTask(project, folder.resolve(kind + ".txt"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(MOST_TIME);
    }

    /** Its server is 1000 above the default ports, and so is the one that other tests share. */
    private static void leaveThePortsToOtherTests(Path tests) throws IOException {
        Path arquillian = tests.resolve("resources/arquillian.xml");
        replace(arquillian, "port-offset=1000", "port-offset=" + TESTS_OFFSET);
        replace(arquillian, ">10990<", ">" + (9990 + TESTS_OFFSET) + "<");
        replace(tests.resolve("java/com/example/shop/GreetingIT.java"), ":9080/", ":" + (8080 + TESTS_OFFSET) + "/");
    }

    private static void replace(Path file, String generated, String moved) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(generated);
        Files.writeString(file, text.replace(generated, moved));
    }

    private static Path generated(String kind) throws Exception {
        Path empty = Files.createDirectories(folder.resolve(kind));
        OfflineMaven.Outcome made = maven.run(
                empty,
                GENERATE,
                "-DinteractiveMode=false",
                "-DarchetypeCatalog=internal",
                "-DarchetypeGroupId=no.abakus",
                "-DarchetypeArtifactId=abakus-archetype",
                "-DarchetypeVersion=0.1.0-SNAPSHOT",
                "-DgroupId=com.example",
                "-DartifactId=shop",
                "-Dpackage=com.example.shop",
                "-Darchive=" + kind);
        assertThat(made.code()).as(made.output()).isZero();
        assertThat(made.output()).contains("mvn verify").contains("mvn -Prun");
        return empty.resolve("shop");
    }

    private void runsItsTask(Path project, Path output) throws Exception {
        Process server = maven.start(project, output, "-Prun", "-Dport.offset=" + PORT_OFFSET);
        try {
            String id = await("the application's answer; see " + output)
                    .atMost(MOST_TIME)
                    .failFast(() -> !server.isAlive())
                    .ignoreExceptions()
                    .until(
                            () -> answer(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), "Ada"),
                            Objects::nonNull);

            assertThat(answer(HttpRequest.newBuilder().GET(), "results/" + id)).isEqualTo("Hello, Ada");
            assertThat(Files.readString(output)).contains("greeted");
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.waitFor();
        }
    }

    /** @throws IOException if nobody answers yet, or with another status than 200 */
    private String answer(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.uri(URI.create(GREETINGS + path)).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
