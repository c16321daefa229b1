package no.abakus.tasks.bulk;

import java.util.List;
import java.util.Map;

/**
 * What a request selects.
 *
 * @param total how many tasks or dead letters it selects
 * @param exact whether {@code total} is exact
 * @param notPossible for how many of these the action is not possible, by reason code
 * @param sample a few ids for which the action is possible
 * @param position the position at which the operation begins
 */
record Selected(long total, boolean exact, Map<String, Long> notPossible, List<String> sample, long position) {

    static final int SAMPLE = 5;
}
