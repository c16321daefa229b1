package no.abakus.cli.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The path and the query of a call, encoded.
 *
 * @param path the path below the API
 * @param query the query with its question mark; empty if there is none
 */
public record Call(String path, String query) {

    /** Returns a call of the path with these segments. The segments are encoded here. */
    public static Call of(String... segments) {
        return new Call(Stream.of(segments).map(Call::encoded).collect(Collectors.joining("/")), "");
    }

    /** Returns this call with one more parameter, or this call itself if the value is null or empty. */
    public Call with(String name, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        return new Call(path, query + (query.isEmpty() ? "?" : "&") + name + "=" + encoded(value.toString()));
    }

    URI under(URI base) {
        return base.resolve(path + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
