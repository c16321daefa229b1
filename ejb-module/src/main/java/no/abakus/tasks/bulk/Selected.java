package no.abakus.tasks.bulk;

import java.util.List;
import java.util.Map;

/**
 * What a request selects.
 *
 * @param total how many tasks or dead letters it selects
 * @param exact whether {@code total} is exact
 * @param notPossible how many of them the action is not possible for, by reason code
 * @param sample the ids of some that the action is possible for
 * @param position where the operation begins
 */
record Selected(long total, boolean exact, Map<String, Long> notPossible, List<String> sample, long position) {

    static final int SAMPLE = 5;
}
