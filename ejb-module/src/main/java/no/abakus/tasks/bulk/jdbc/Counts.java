package no.abakus.tasks.bulk.jdbc;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes counts by reason as text for a column, such as {@code gone=3,not-failed=2}, and reads such text. */
final class Counts {

    private Counts() {}

    static String write(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    static Map<String, Long> read(String text) {
        Map<String, Long> counts = new TreeMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                counts.put(entry.substring(0, equals), Long.parseLong(entry.substring(equals + 1)));
            }
        }
        return counts;
    }
}
