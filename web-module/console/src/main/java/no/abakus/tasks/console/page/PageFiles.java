package no.abakus.tasks.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of the page by their paths below the console. The document has the path {@code /}; the others are below
 * {@code /page/VERSION/}, where the version is a digest of all files. Immutable.
 */
final class PageFiles {

    /** Where the files are in the archive; servers never deliver this folder themselves. */
    static final String FOLDER = "/WEB-INF/page/";

    private static final String DOCUMENT = "index.html";

    /** The module that the document starts. */
    private static final String START = "js/main.js";

    /** The page that a user sees first. It is loaded while the server is asked who is signed in. */
    private static final String FIRST_PAGE = "js/pages/overview.js";

    private static final int DIGITS = 16;
    private static final Pattern ADDRESS = Pattern.compile("/page/([0-9a-f]{" + DIGITS + "})/(.{1,100})");

    private final String version;
    private final PageFile document;
    private final Map<String, PageFile> others;
    private final Set<String> first;

    private PageFiles(String version, PageFile document, Map<String, PageFile> others, Set<String> first) {
        this.version = version;
        this.document = document;
        this.others = others;
        this.first = first;
    }

    /**
     * Reads all files.
     *
     * @param list returns the paths in a folder, as {@code ServletContext.getResourcePaths} does; the path of a folder
     *     ends with a slash
     * @param open opens a file
     */
    static PageFiles read(Function<String, Set<String>> list, Function<String, InputStream> open) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        collect(FOLDER, list, open, contents);
        byte[] template = contents.remove(DOCUMENT);
        if (template == null) {
            throw new IOException("The archive lacks " + FOLDER + DOCUMENT + "; build the console again");
        }
        String version = version(template, contents);
        Map<String, PageFile> others = new TreeMap<>();
        contents.forEach((name, content) -> others.put(name, PageFile.of(name, content)));
        ModuleGraph graph = new ModuleGraph(contents);
        // The document announces all modules that it waits for, because otherwise each import would cost a round trip.
        // It does not announce more, because a browser only has six connections for them.
        Set<String> announced = graph.from(START);
        String modules = announced.stream()
                .map(name -> "<link rel=\"modulepreload\" href=\"page/@version@/" + name + "\">")
                .collect(Collectors.joining("\n"));
        String text = new String(template, StandardCharsets.UTF_8)
                .replace("@modules@", modules)
                .replace("@version@", version);
        Set<String> first = new HashSet<>(announced);
        first.addAll(graph.from(FIRST_PAGE));
        return new PageFiles(
                version,
                PageFile.of(DOCUMENT, text.getBytes(StandardCharsets.UTF_8)),
                Map.copyOf(others),
                Set.copyOf(first));
    }

    private static void collect(
            String folder,
            Function<String, Set<String>> list,
            Function<String, InputStream> open,
            Map<String, byte[]> contents)
            throws IOException {
        Set<String> paths = list.apply(folder);
        if (paths == null) {
            return;
        }
        for (String path : paths) {
            if (path.endsWith("/")) {
                collect(path, list, open, contents);
            } else {
                try (InputStream in = open.apply(path)) {
                    contents.put(path.substring(FOLDER.length()), in.readAllBytes());
                }
            }
        }
    }

    private static String version(byte[] template, SortedMap<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(template);
            contents.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one does not", e);
        }
    }

    /** Returns what is at this path below the console; empty if the path is not a part of the page. */
    Optional<Found> at(String path) {
        if (path.equals("/")) {
            return Optional.of(new Found(document, false));
        }
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches()) {
            return Optional.empty();
        }
        // While nodes are updated one by one, a browser may ask this node for the files of another release.
        boolean lasting = address.group(1).equals(version);
        return Optional.ofNullable(others.get(address.group(2))).map(file -> new Found(file, lasting));
    }

    /** Returns the version, which changes with every change of a file. */
    String version() {
        return version;
    }

    /** Returns how many compressed bytes a browser loads until the first page is there. */
    int weight() {
        return weight(name -> !name.endsWith(".js") || first.contains(name));
    }

    /** Returns how many compressed bytes a browser loads in all. */
    int wholeWeight() {
        return weight(name -> true);
    }

    private int weight(Predicate<String> loaded) {
        return document.compressed().length
                + others.entrySet().stream()
                        .filter(file -> !file.getKey().endsWith(".txt"))
                        .filter(file -> loaded.test(file.getKey()))
                        .mapToInt(file -> file.getValue().compressed().length)
                        .sum();
    }

    /**
     * A file that was found.
     *
     * @param lasting whether the content of this address never changes
     */
    record Found(PageFile file, boolean lasting) {}
}
