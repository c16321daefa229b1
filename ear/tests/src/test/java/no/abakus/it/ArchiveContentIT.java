package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import no.abakus.it.server.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of parts inside an archive is complete. */
final class ArchiveContentIT {

    private static final Pattern INSIDE = Pattern.compile("META-INF/maven/[^/]+/([^/]+)/pom.properties");

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
            assertThat(inside(archive)).contains("jackson-databind", "snakeyaml", "jackson-jakarta-rs-base");
            assertThat(listed).containsAll(inside(archive));
        }
    }

    /** The other projects whose classes are in the jars of the archive and of its WARs, under whatever name. */
    private static Set<String> inside(ZipFile archive) throws IOException {
        Set<String> found = new TreeSet<>();
        for (ZipEntry entry : archive.stream()
                .filter(one -> one.getName().matches(".*\\.[jw]ar"))
                .toList()) {
            try (InputStream jar = archive.getInputStream(entry)) {
                collect(new ZipInputStream(jar), found);
            }
        }
        return found;
    }

    private static void collect(ZipInputStream jar, Set<String> found) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            Matcher project = INSIDE.matcher(entry.getName());
            if (project.matches() && !project.group(1).startsWith("abakus-")) {
                found.add(project.group(1));
            } else if (entry.getName().endsWith(".jar")) {
                collect(new ZipInputStream(jar), found);
            }
        }
    }
}
