package no.abakus.tasks.operate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.RevokeOutcome;

/**
 * The outcome of a request to revoke tasks.
 *
 * @param outcome the outcome of the whole request. If the tasks have different outcomes, it is the first of these that
 *     occurs: CANCELLING, FLAGGED, REMOVED, ALREADY_DONE
 * @param tasks the outcomes by task id. A revocation by id has the outcomes of all given tasks; any other revocation
 *     has only the outcomes of the running tasks that are being interrupted
 */
public record RevokeReport(RevokeOutcome outcome, Map<String, RevokeOutcome> tasks) {

    public RevokeReport {
        tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
    }
}
