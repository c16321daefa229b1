package no.abakus.tasks.bulk;

import java.util.List;
import java.util.Map;

/**
 * What a request selects.
 *
 * @param total how many
 * @param exact whether that is exact
 * @param notPossible how many of them the action is not possible for, by reason
 * @param sample the ids of some that it is possible for
 * @param position where the operation begins
 */
record Selected(long total, boolean exact, Map<String, Long> notPossible, List<String> sample, long position) {

    static final int SAMPLE = 5;
}
