package no.abakus.tasks.bulk;

import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of one step of a bulk operation.
 *
 * @param position how far the operation has come after the step
 * @param done how many tasks or letters the action was carried out on
 * @param refused how many the action was not possible for, by reason code
 * @param isLast whether nothing is left
 */
record Step(long position, long done, Map<String, Long> refused, boolean isLast) {

    static Step nothingLeft(long position) {
        return new Step(position, 0, Map.of(), true);
    }

    /** Returns the sums of the counts in both maps. */
    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return sum;
    }
}
