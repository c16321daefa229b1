package no.abakus.it.guest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a server or a library would discover in a jar automatically: services, descriptors, annotations. */
final class Traces {

    /**
     * Names in a class file that leave a trace. Any use of JAX-RS counts, because servers find providers by annotation
     * or interface. Jackson's annotations make WildFly leave out its JSON-B, and Jackson's classes would clash with the
     * host's.
     */
    private static final List<String> NAMES = List.of(
            "jakarta/ws/rs/",
            "jakarta/json/bind/",
            "com/fasterxml/jackson/",
            "org/codehaus/jackson/",
            "org/msgpack/",
            "org/yaml/snakeyaml/",
            "Ljakarta/servlet/annotation/");

    private static final String OWN_COPIES = "no/abakus/jackson/";

    private Traces() {}

    /** Returns each trace as {@code jar: what}. */
    static Set<String> in(String jar, byte[] content) {
        Set<String> found = new TreeSet<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("META-INF/services/") && !entry.isDirectory()) {
                    new String(entries.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(line -> found.add(jar + ": " + name + " " + line));
                } else if (name.matches(
                        "META-INF/[^/]+\\.xml|META-INF/resources/.*|(META-INF/.*)?module-info\\.class")) {
                    found.add(jar + ": " + name);
                } else if (name.endsWith(".class")) {
                    // Names are stored as UTF-8, so the bytes of a class file show them.
                    String names = new String(entries.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .replace(OWN_COPIES + "org/", OWN_COPIES);
                    NAMES.stream().filter(names::contains).forEach(one -> found.add(jar + ": " + name + " " + one));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
