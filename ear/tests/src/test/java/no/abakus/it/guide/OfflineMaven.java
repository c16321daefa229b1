package no.abakus.it.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Maven of this build, for projects outside it. It has a repository of its own with the artifacts of this build, and
 * takes everything else from the one that this build uses. So nothing is installed, and nothing is downloaded.
 */
final class OfflineMaven {

    private static final Path PROJECT =
            Path.of(System.getProperty("abakus.project")).toAbsolutePath().normalize();

    private final Path folder;

    private OfflineMaven(Path folder) {
        this.folder = folder;
    }

    /** Prepares a Maven with its repository in this folder. */
    static OfflineMaven in(Path folder) throws IOException {
        OfflineMaven maven = new OfflineMaven(folder);
        Guide.put(
                folder.resolve("settings.xml"),
                """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>of-this-build</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """
                        .formatted(
                                Path.of(System.getProperty("abakus.repository")).toUri()));
        try (Stream<Path> poms = Files.find(
                PROJECT, 3, (file, attributes) -> file.getFileName().toString().equals("pom.xml"))) {
            for (Path pom : poms.toList()) {
                maven.publish(Module.of(pom));
            }
        }
        return maven;
    }

    private void publish(Module module) throws IOException {
        Path home = folder.resolve("repository/no/abakus")
                .resolve(module.artifact())
                .resolve(module.version());
        Files.createDirectories(home);
        Files.copy(module.published(), home.resolve(module.fileName() + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        for (String extension : List.of("jar", "war")) {
            Path built = module.built(extension);
            if (Files.exists(built)) {
                Files.copy(
                        built, home.resolve(module.fileName() + "." + extension), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Runs the goals in this project, and returns how it ended and what it printed. */
    Outcome run(Path project, String... goals) throws IOException, InterruptedException {
        Process process = prepared(project, goals).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** Starts the goals in this project, which print to this file. */
    Process start(Path project, Path output, String... goals) throws IOException {
        return prepared(project, goals).redirectOutput(output.toFile()).start();
    }

    private ProcessBuilder prepared(Path project, String... goals) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("abakus.maven"), "bin", "mvn").toString(),
                "-B",
                "-o",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Daether.offline.protocols=file",
                "-Dmaven.repo.local=" + folder.resolve("repository")));
        command.addAll(List.of(goals));
        return new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    }

    record Outcome(int code, String output) {}

    /** A module of this build. */
    private record Module(Path pom, String artifact, String version) {

        static Module of(Path pom) throws IOException {
            String text = Files.readString(pom).replaceFirst("(?s)<parent>.*?</parent>", "");
            String whole = Files.readString(pom);
            return new Module(pom, element(text, "artifactId"), element(whole, "version"));
        }

        private static String element(String text, String name) {
            int start = text.indexOf("<" + name + ">") + name.length() + 2;
            return text.substring(start, text.indexOf("</" + name + ">", start));
        }

        /** The POM that a repository gets. Modules that others build on, such as the parent, publish the one of the sources. */
        Path published() throws IOException {
            String text = Files.readString(pom);
            boolean isOfTheSources =
                    text.contains("<packaging>pom</packaging>") && !text.contains("<flattenMode>bom</flattenMode>");
            Path flattened = pom.resolveSibling("target").resolve("flattened-pom.xml");
            return isOfTheSources || !Files.exists(flattened) ? pom : flattened;
        }

        String fileName() {
            return artifact + "-" + version;
        }

        Path built(String extension) {
            return pom.resolveSibling("target").resolve(fileName() + "." + extension);
        }
    }
}
