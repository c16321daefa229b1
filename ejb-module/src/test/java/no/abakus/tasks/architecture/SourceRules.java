package no.abakus.tasks.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on the text of source files, for what class files no longer show. Each returns the violations. */
record SourceRules(List<Path> files) {

    private static final Pattern PRODUCT = Pattern.compile(
            "\"[^\"]*(jboss|wildfly|payara|glassfish|artemis|activemq|openmq|com\\.sun\\.)[^\"]*\"",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_PRODUCT = Pattern.compile(".*/(server|broker)/[a-z]+/[^/]+");

    /** The Java files in these folders. */
    static SourceRules in(List<Path> folders) {
        return new SourceRules(folders.stream().flatMap(SourceRules::javaFiles).toList());
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server or a broker is named only in its own package, because a new one must be one new package. */
    List<String> productsOutsideOfTheirPackages() {
        return files.stream()
                .filter(file -> !OF_A_PRODUCT.matcher(slashed(file)).matches())
                .flatMap(file ->
                        code(file).filter(line -> PRODUCT.matcher(line).find()).map(line -> file + ": " + line.strip()))
                .toList();
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static Stream<String> code(Path file) {
        return lines(file)
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
