package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import no.abakus.it.server.Http;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server with the archive that operators deploy: who may start it, how it ends when it cannot work, and who may
 * read its files.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProcessIT {

    private static final int PORT_OFFSET = 1620;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int REFUSED = 2;
    private static final int NOT_DEPLOYED = 129;
    private static final int NOT_DEPLOYED_WITHOUT_HANGUP = 143;
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    private static Path folder;

    private Server server;

    @BeforeAll
    void start() throws Exception {
        String exhausting = archive("exhausting.war", war -> war.addClass(Exhausting.class));
        server = Server.fresh("process", PORT_OFFSET, Server.bareArchive(), "--deploy", exhausting)
                .launch();
        server.operator().awaitStatus("/abakus/api/tasks", 200, PATIENCE);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void what_people_deploy_has_nothing_of_the_sample_not_its_doors_and_not_its_users() throws Exception {
        try (ZipFile archive = new ZipFile(Server.bareArchive().toFile())) {
            assertThat(archive.stream().map(Object::toString)).noneMatch(name -> name.contains("sample"));
        }
        for (String path : List.of("/registrations", "/registrations/api/ledger/x")) {
            assertThat(server.http().get(path).status()).as(path).isEqualTo(404);
        }
        for (String user : List.of("webkom", "student1", "student2", "student3")) {
            Http asked = server.http().as(user, user);
            assertThat(asked.get("/abakus/api/tasks").status()).as(user).isEqualTo(401);
        }
        assertThat(server.operator().get("/abakus/api/tasks").body()).doesNotContain("registrations", "diagnostics");
    }

    @Test
    @Order(2)
    void a_second_start_is_refused_and_touches_nothing() throws Exception {
        String before = deployments(server);

        Process second = new ProcessBuilder(
                        "bash",
                        Product.underTest().scripts().resolve("run.sh").toString(),
                        "--home",
                        Product.underTest().home().toString(),
                        "--base",
                        server.base().toString(),
                        "--deploy",
                        Server.applicationArchive().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).as(said).isEqualTo(REFUSED);
        assertThat(said).contains("is in use").contains("Nothing was touched");
        assertThat(deployments(server)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void no_file_is_for_others() throws Exception {
        assertThat(find(server, "-perm", "/077", "!", "-type", "l")).isEmpty();
    }

    @Test
    @Order(4)
    void no_memory_ends_it_with_a_code() throws Exception {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> server.http().get("/exhausting/now"));

        assertThat(server.awaitExit(PATIENCE)).isEqualTo(OUT_OF_MEMORY);
    }

    @Test
    @Order(5)
    void a_failed_deployment_ends_the_process_with_a_code() throws Exception {
        String undeployable = archive(
                "undeployable.war", war -> war.addAsWebInfResource(new StringAsset("<web-app><listener>"), "web.xml"));
        try (Server server = Server.fresh("undeployable", PORT_OFFSET + 10, Path.of(undeployable))
                .launch()) {
            assertThat(server.awaitExit(PATIENCE))
                    .isEqualTo(hearsHangup() ? NOT_DEPLOYED : NOT_DEPLOYED_WITHOUT_HANGUP);
            assertThat(Files.readString(server.errors())).contains("undeployable.war failed to deploy");
        }
    }

    /** Whether a process gets a hangup signal. If nohup started the tests, all their processes ignore that signal. */
    private static boolean hearsHangup() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .noneMatch(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16) % 2 != 0);
    }

    private static String archive(String name, Consumer<WebArchive> content) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, name);
        content.accept(archive);
        Path file = folder.resolve(name);
        archive.as(ZipExporter.class).exportTo(file.toFile());
        return file.toString();
    }

    /** Returns the deployed and unpacked files of this server, the deployed ones with their times. */
    private static String deployments(Server server) throws Exception {
        return find(server, "-path", "*deploy*", "-printf", "%p %T@\n", "-o", "-path", "*/vfs/*", "-printf", "%p\n");
    }

    private static String find(Server server, String... condition) throws Exception {
        List<String> command = new ArrayList<>(List.of("find", server.base().toString()));
        command.addAll(List.of(condition));
        Process find = new ProcessBuilder(command).start();
        String found = new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        find.waitFor();
        return found;
    }
}
