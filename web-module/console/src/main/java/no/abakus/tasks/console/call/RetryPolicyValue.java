package no.abakus.tasks.console.call;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.spi.NearestName;

/** Reads Celery's {@code retry_policy}. Missing members keep their defaults. */
final class RetryPolicyValue {

    private static final String MAX_RETRIES = "max_retries";
    private static final String INTERVAL_START = "interval_start";
    private static final String INTERVAL_STEP = "interval_step";
    private static final String INTERVAL_MAX = "interval_max";
    private static final String TIMEOUT = "timeout";
    private static final List<String> KEYS = List.of(MAX_RETRIES, INTERVAL_START, INTERVAL_STEP, INTERVAL_MAX, TIMEOUT);

    private RetryPolicyValue() {}

    static RetryPolicy read(String option, Object value) {
        RetryPolicy policy = RetryPolicy.DEFAULT;
        for (Map.Entry<String, Object> member :
                OptionValue.members(option, value).entrySet()) {
            policy = with(policy, option, member.getKey(), member.getValue());
        }
        return policy;
    }

    private static RetryPolicy with(RetryPolicy policy, String option, String key, Object value) {
        String name = option + "." + key;
        if (value == null && !key.equals(MAX_RETRIES)) {
            throw new TaskOptionException(name + " is null; leave the member out, or give a number of seconds");
        }
        return switch (key) {
            // In Celery, null means that only the timeout ends the retries.
            case MAX_RETRIES ->
                policy.withMaxRetries(value == null ? RetryPolicy.UNLIMITED : OptionValue.wholeNumber(name, value));
            case INTERVAL_START ->
                policy.withIntervals(OptionValue.seconds(name, value), policy.intervalStep(), policy.intervalMax());
            case INTERVAL_STEP ->
                policy.withIntervals(policy.intervalStart(), OptionValue.seconds(name, value), policy.intervalMax());
            case INTERVAL_MAX ->
                policy.withIntervals(policy.intervalStart(), policy.intervalStep(), OptionValue.seconds(name, value));
            case TIMEOUT -> policy.withTimeout(OptionValue.seconds(name, value));
            default ->
                throw new TaskOptionException(option + " has no member '" + key + "'; did you mean '"
                        + NearestName.of(key, KEYS).orElseThrow() + "'? The members are " + String.join(", ", KEYS));
        };
    }
}
