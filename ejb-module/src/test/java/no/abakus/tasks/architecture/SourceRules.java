package no.abakus.tasks.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules on the text of source files: on what class files do not show, and on all modules, some of which are compiled
 * after this one. Each rule returns its violations.
 */
record SourceRules(List<Path> files) {

    private static final int MOST_LINES = 350;

    private static final int LEAST_PERCENT_PACKAGE_PRIVATE = 50;

    private static final Pattern PRODUCT = Pattern.compile(
            "\"[^\"]*(jboss|wildfly|payara|glassfish|artemis|activemq|openmq|com\\.sun\\.)[^\"]*\"",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_PRODUCT = Pattern.compile(".*/(server|broker)/[a-z]+/[^/]+");

    private static final Pattern TYPE = Pattern.compile(
            "^(public )?(abstract |final |sealed |non-sealed )*(class|interface|record|enum|@interface) ",
            Pattern.MULTILINE);

    /** The Java files in these folders. */
    static SourceRules in(List<Path> folders) {
        return new SourceRules(folders.stream()
                .flatMap(SourceRules::below)
                .filter(SourceRules::hasType)
                .toList());
    }

    /** The production code of all modules of this repository. A module is at most two folders below the root. */
    static SourceRules ofAllModules(Path root) {
        return in(below(root, 2)
                .map(module -> module.resolve("src").resolve("main").resolve("java"))
                .filter(Files::isDirectory)
                .toList());
    }

    private static boolean hasType(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
    }

    private static Stream<Path> below(Path folder) {
        return below(folder, Integer.MAX_VALUE);
    }

    private static Stream<Path> below(Path folder, int depth) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.toList().stream();
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

    /** A file that is longer has more than one concept. */
    List<String> longFiles() {
        return files.stream()
                .filter(file -> text(file).lines().count() > MOST_LINES)
                .map(file -> file + " has more than " + MOST_LINES + " lines; split it by concept")
                .toList();
    }

    /** A type that its package keeps to itself can change without a look at the rest. */
    List<String> tooManyPublicTypes() {
        List<Path> open = files.stream().filter(SourceRules::isPublic).toList();
        long percent = 100L * (files.size() - open.size()) / Math.max(1, files.size());
        return percent >= LEAST_PERCENT_PACKAGE_PRIVATE
                ? List.of()
                : List.of(percent + " % of " + files.size() + " types are package-private; at least "
                        + LEAST_PERCENT_PACKAGE_PRIVATE + " % must be. Leave out 'public' where only the package uses a"
                        + " type, or give a package one type that makes the others. Public are: " + open);
    }

    private static boolean isPublic(Path file) {
        Matcher type = TYPE.matcher(text(file));
        if (!type.find()) {
            throw new IllegalStateException("No type was found in " + file);
        }
        return type.group(1) != null;
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static Stream<String> code(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
