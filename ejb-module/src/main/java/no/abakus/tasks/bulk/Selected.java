package no.abakus.tasks.bulk;

import java.util.List;
import java.util.Map;

/**
 * What a request selects.
 *
 * @param total how many
 * @param exact whether that is exact
 * @param notPossible for how many of them the action is not possible, by reason
 * @param sample the ids of some for which it is possible
 * @param position where the operation begins
 */
record Selected(long total, boolean exact, Map<String, Long> notPossible, List<String> sample, long position) {

    static final int SAMPLE = 5;
}
