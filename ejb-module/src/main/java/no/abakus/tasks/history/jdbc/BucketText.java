package no.abakus.tasks.history.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes the counts of buckets as {@code 3:17 5:2}. */
final class BucketText {

    private BucketText() {}

    static String write(Map<Integer, Long> counts) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts).forEach((bucket, count) -> text.append(text.isEmpty() ? "" : " ")
                .append(bucket)
                .append(':')
                .append(count));
        return text.toString();
    }

    static Map<Integer, Long> read(String text) {
        Map<Integer, Long> counts = new HashMap<>();
        for (String one : text.split(" ", -1)) {
            int colon = one.indexOf(':');
            if (colon > 0) {
                counts.put(Integer.valueOf(one.substring(0, colon)), Long.valueOf(one.substring(colon + 1)));
            }
        }
        return counts;
    }
}
