package no.abakus.tasks.operate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.RevokeOutcome;

/**
 * What happened to a request to revoke tasks.
 *
 * @param outcome the outcome of the whole request. For several tasks it is the first that applies of: CANCELLING,
 *     FLAGGED, REMOVED, ALREADY_DONE
 * @param tasks the outcome of each task, by id: of all that were given by id; otherwise of those that were found
 *     running and are being interrupted
 */
public record RevokeReport(RevokeOutcome outcome, Map<String, RevokeOutcome> tasks) {

    public RevokeReport {
        tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
    }
}
