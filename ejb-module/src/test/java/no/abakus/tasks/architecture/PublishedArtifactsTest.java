package no.abakus.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What goes into a repository: the list of versions has all of it, and each POM says what Maven Central asks for. */
class PublishedArtifactsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path BOM = ROOT.resolve("ear/bom/pom.xml");

    /** Not for the dependencies of an application. */
    private static final Set<String> NO_DEPENDENCY = Set.of("abakus-parent", "abakus-bom", "abakus-archetype");

    private static final XPath PATH = XPathFactory.newInstance().newXPath();

    private record Pom(Path file, Document content) {

        static Pom of(Path file) throws Exception {
            return new Pom(
                    file,
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        }

        List<String> all(String path) throws XPathExpressionException {
            NodeList found = (NodeList) PATH.evaluate(path, content, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> found.item(i).getTextContent().strip())
                    .toList();
        }

        String one(String path) throws XPathExpressionException {
            return PATH.evaluate(path, content).strip();
        }

        boolean isPublished() throws XPathExpressionException {
            return !one("/project/properties/maven.deploy.skip").equals("true");
        }
    }

    private static List<Pom> published() throws Exception {
        Set<Path> files;
        // Modules are at most two folders below the root.
        try (Stream<Path> all = Files.find(ROOT, 3, (file, attributes) -> file.endsWith("pom.xml"))) {
            files = new TreeSet<>(all.toList());
        }
        List<Pom> published = new ArrayList<>();
        for (Path file : files) {
            Pom pom = Pom.of(file);
            if (pom.isPublished()) {
                published.add(pom);
            }
        }
        return published;
    }

    @Test
    void the_list_of_versions_has_each_artifact_that_is_published_and_no_other() throws Exception {
        Set<String> published = new TreeSet<>();
        for (Pom pom : published()) {
            published.add(pom.one("/project/artifactId"));
        }
        published.removeAll(NO_DEPENDENCY);

        Set<String> listed =
                new TreeSet<>(Pom.of(BOM).all("//dependencyManagement//dependency[groupId='no.abakus']/artifactId"));
        assertThat(published).contains("abakus-tasks", "abakus-tasks-testing", "abakus-jackson-formats");
        assertThat(published).doesNotContain("abakus-launcher", "abakus-ear-tests", "abakus-sample");
        assertThat(listed).isEqualTo(published);
    }

    @Test
    void the_list_of_versions_has_each_library_that_is_optional() throws Exception {
        List<String> optional =
                Pom.of(Path.of("pom.xml")).all("/project/dependencies/dependency[optional='true']/artifactId");

        assertThat(optional).contains("zstd-jni");
        assertThat(Pom.of(BOM).all("//dependencyManagement//dependency/artifactId"))
                .containsAll(optional);
    }

    @Test
    void each_published_pom_says_what_maven_central_asks_for() throws Exception {
        for (Pom pom : published()) {
            for (String element : List.of("name", "description")) {
                assertThat(pom.one("/project/" + element))
                        .as(pom.file() + ": " + element)
                        .isNotEmpty();
            }
        }
        Pom parent = Pom.of(ROOT.resolve("pom.xml"));
        for (String element : List.of("url", "licenses/license/name", "developers/developer/name", "scm/url")) {
            assertThat(parent.one("/project/" + element)).as(element).isNotEmpty();
        }
    }
}
