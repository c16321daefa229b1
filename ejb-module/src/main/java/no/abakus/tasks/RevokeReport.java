package no.abakus.tasks;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the wish that tasks should not run.
 *
 * @param outcome of the whole wish: that of the one task, or the one that the most can still come of: CANCELLING before FLAGGED
 *     before REMOVED before ALREADY_DONE
 * @param tasks what became of single tasks, by their ids: of all that were named, and, where tasks were revoked by what they
 *     carry, of those that were found running and are interrupted
 */
public record RevokeReport(RevokeOutcome outcome, Map<String, RevokeOutcome> tasks) {

    public RevokeReport {
        tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
    }
}
