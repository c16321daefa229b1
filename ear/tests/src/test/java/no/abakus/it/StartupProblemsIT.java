package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application with every possible mistake, and the report that its author gets. */
@Tag("long")
final class StartupProblemsIT {

    private static final int PORT_OFFSET = 1200;

    @Test
    void all_problems_are_reported_together_each_with_its_place_and_what_would_be_valid() throws Exception {
        try (Server server = Server.fresh(
                        "problems",
                        PORT_OFFSET,
                        archive(),
                        "-Dabakus.tasks.routing.defualt-queue=x",
                        "-Dabakus.tasks.message.max-body-size=lots")
                .launch()) {
            Line report = server.lines().await("the report of all problems", Duration.ofSeconds(90), line -> line.text()
                    .contains("Abakus cannot start"));

            assertThat(report.text())
                    .contains("no.abakus.it.Mistakes.hidden is private")
                    .contains("no.abakus.it.Mistakes.shared is static")
                    .contains("'diagnostics.add' is given 2 times")
                    .contains("no.abakus.it.Mistakes.lost goes to the queue 'nowhere'")
                    .contains("defualt-queue is not known; did you mean abakus.tasks.routing.default-queue?")
                    .contains("max-body-size is 'lots', which is not a whole number");
        }
    }

    private static Path archive() throws Exception {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "mistakes.war")
                .addClass(Mistakes.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, Server.applicationArchive().toFile());
        String descriptor = new String(
                application
                        .get("META-INF/application.xml")
                        .getAsset()
                        .openStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        application.delete("META-INF/application.xml");
        application
                .addAsModule(war)
                .setApplicationXML(new StringAsset(descriptor.replace(
                        "<library-directory>",
                        "<module><web><web-uri>mistakes.war</web-uri><context-root>/mistakes</context-root></web></module>"
                                + "<library-directory>")));
        Path file = Files.createTempDirectory("abakus").resolve("abakus.ear");
        application.as(ZipExporter.class).exportTo(file.toFile());
        return file;
    }
}
