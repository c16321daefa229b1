package no.abakus.tasks.bulk;

import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of one step of a bulk operation.
 *
 * @param position how far the operation is after it
 * @param done for how many tasks or letters it was carried out
 * @param refused for how many it was impossible, by reason
 * @param isLast whether nothing is left
 */
record Step(long position, long done, Map<String, Long> refused, boolean isLast) {

    static Step nothingLeft(long position) {
        return new Step(position, 0, Map.of(), true);
    }

    /** The counts of both maps. */
    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return sum;
    }
}
