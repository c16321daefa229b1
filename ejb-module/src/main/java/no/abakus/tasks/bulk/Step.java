package no.abakus.tasks.bulk;

import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of one step of a bulk operation.
 *
 * @param position the position at which the next step begins
 * @param done the number of tasks or letters for which the action was carried out
 * @param refused the number of those for which the action was not possible, by reason code
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
