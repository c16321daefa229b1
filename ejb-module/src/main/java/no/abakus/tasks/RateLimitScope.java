package no.abakus.tasks;

/** Whether a task's rate limit applies per node or to the whole cluster. */
public enum RateLimitScope {
    /**
     * Each node allows the full rate, so a second node doubles the total. The rate is checked in memory only. Celery
     * has only this scope.
     */
    NODE,
    /** All nodes share the rate. Each turn costs a read and a write in the results database. */
    CLUSTER
}
