package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import no.abakus.it.server.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of parts inside an archive names everything that is in it. */
final class ArchiveContentIT {

    static List<Path> archives() {
        return List.of(Server.bareArchive(), Server.applicationArchive());
    }

    @ParameterizedTest
    @MethodSource("archives")
    void every_jar_and_war_is_in_the_list_with_its_version(Path file) throws Exception {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            JsonNode list =
                    new ObjectMapper().readTree(archive.getInputStream(archive.getEntry("META-INF/sbom/bom.json")));
            List<String> listed = StreamSupport.stream(list.path("components").spliterator(), false)
                    .filter(part -> !part.path("version").asText().isEmpty())
                    .map(part -> part.path("name").asText())
                    .toList();
            List<String> present = archive.stream()
                    .map(entry -> Path.of(entry.getName()).getFileName().toString())
                    .filter(name -> name.matches(".*\\.[jw]ar"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .toList();

            assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(present).isNotEmpty();
            assertThat(listed).containsAll(present);
        }
    }
}
