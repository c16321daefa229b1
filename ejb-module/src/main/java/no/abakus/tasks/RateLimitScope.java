package no.abakus.tasks;

/** What a task's rate limit counts. */
public enum RateLimitScope {
    /**
     * Each node admits that many, so that a second node doubles the rate. Costs no more than a look at memory. Celery: the
     * only scope there is.
     */
    NODE,
    /** All nodes together admit that many. Costs a statement in the database of the results per task. */
    CLUSTER
}
