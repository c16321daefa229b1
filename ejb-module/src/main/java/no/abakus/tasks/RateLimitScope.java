package no.abakus.tasks;

/** Whether a task's rate limit counts per node or for the cluster. */
public enum RateLimitScope {
    /**
     * Each node admits that many, so a second node doubles the rate. Checked in memory only. Celery: the only scope
     * there is.
     */
    NODE,
    /** All nodes together admit that many. Costs one statement per task in the results database. */
    CLUSTER
}
