package no.abakus.tasks.operate;

/**
 * How many executions a query selects.
 *
 * @param rows how many rows of the history were counted
 * @param executions how many executions these rows represent; more than the rows if successes were sampled
 * @param complete whether all rows were counted; false if there are too many rows to count
 */
public record HistoryTotal(long rows, long executions, boolean complete) {

    /** Whether the number of executions is exact. */
    public boolean isExact() {
        return complete && rows == executions;
    }
}
