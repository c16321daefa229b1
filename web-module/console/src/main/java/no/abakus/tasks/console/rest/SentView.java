package no.abakus.tasks.console.rest;

/** A task that was just sent. */
record SentView(String taskId, String state) {

    /**
     * Returns the view of a task that was sent and, as far as the sender can know, has not started. Celery calls this
     * {@code PENDING}.
     */
    static SentView of(String taskId) {
        return new SentView(taskId, "PENDING");
    }
}
