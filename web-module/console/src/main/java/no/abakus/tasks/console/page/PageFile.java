package no.abakus.tasks.console.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A file of the page, ready to be sent. Immutable. */
final class PageFile {

    private final String type;
    private final byte[] plain;
    private final byte[] compressed;

    private PageFile(String type, byte[] plain, byte[] compressed) {
        this.type = type;
        this.plain = plain;
        this.compressed = compressed;
    }

    /**
     * Creates a file.
     *
     * @throws IllegalArgumentException if the page has no type for this name
     */
    static PageFile of(String name, byte[] content) {
        return new PageFile(typeOf(name), content.clone(), compressed(content));
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "txt" -> "text/plain; charset=utf-8";
            default ->
                throw new IllegalArgumentException("The page has no type for " + name
                        + ". Name the file .html, .js, .css, .svg or .txt, or add its type here");
        };
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    String type() {
        return type;
    }

    /** Returns the content as it was given. */
    byte[] plain() {
        return plain.clone();
    }

    /** Returns the content in gzip. */
    byte[] compressed() {
        return compressed.clone();
    }
}
