package no.abakus.it.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with the files that its readers write.
 *
 * @param files their contents, by path
 */
record Guide(Map<String, String> files) {

    /** A path in back quotes and a colon, on a line of its own, and the contents below. */
    private static final Pattern FILE =
            Pattern.compile("^`([^`\\n]+)`:\\n\\n```\\w+\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static Guide of(String document) throws IOException {
        Path file = Path.of(System.getProperty("abakus.project", "../.."), "ejb-module", "docs", document);
        Matcher found = FILE.matcher(Files.readString(file));
        Map<String, String> files = new LinkedHashMap<>();
        while (found.find()) {
            files.put(found.group(1), found.group(2));
        }
        return new Guide(files);
    }

    /** Writes the files whose path begins with this folder. */
    void write(String under, Path into) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().startsWith(under + "/")) {
                put(into.resolve(file.getKey().substring(under.length() + 1)), file.getValue());
            }
        }
    }

    static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
