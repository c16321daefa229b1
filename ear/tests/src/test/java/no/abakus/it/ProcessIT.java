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
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process: who may start it, how it ends when it cannot do its work, and who may read what it writes. */
final class ProcessIT {

    private static final int PORT_OFFSET = 1620;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int REFUSED = 2;
    private static final int NOT_DEPLOYED = 129;
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    private Path folder;

    @Test
    void a_second_start_is_refused_and_touches_nothing_and_no_file_is_for_others_and_no_memory_ends_it()
            throws Exception {
        String exhausting = archive("exhausting.war", war -> war.addClass(Exhausting.class));
        try (Server server =
                Server.fresh("process", PORT_OFFSET, "--deploy", exhausting).start()) {
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
            assertThat(find(server, "-perm", "/077", "!", "-type", "l")).isEmpty();

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> server.http().get("/exhausting/now"));
            assertThat(server.awaitExit(PATIENCE)).isEqualTo(OUT_OF_MEMORY);
        }
    }

    @Test
    void a_failed_deployment_ends_the_process_with_a_code() throws Exception {
        String undeployable = archive(
                "undeployable.war", war -> war.addAsWebInfResource(new StringAsset("<web-app><listener>"), "web.xml"));
        try (Server server = Server.fresh("undeployable", PORT_OFFSET + 10, Path.of(undeployable))
                .launch()) {
            assertThat(server.awaitExit(PATIENCE)).isEqualTo(NOT_DEPLOYED);
            assertThat(Files.readString(server.errors())).contains("undeployable.war failed to deploy");
        }
    }

    private String archive(String name, Consumer<WebArchive> content) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, name);
        content.accept(archive);
        Path file = folder.resolve(name);
        archive.as(ZipExporter.class).exportTo(file.toFile());
        return file.toString();
    }

    /** What is deployed and unpacked there, each with its time. */
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
