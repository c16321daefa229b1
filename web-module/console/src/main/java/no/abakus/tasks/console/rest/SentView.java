package no.abakus.tasks.console.rest;

/** A task that was just sent. */
record SentView(String taskId, String state) {

    /** The task is sent and, as far as the sender can know, not started. Celery: {@code PENDING}. */
    static SentView of(String taskId) {
        return new SentView(taskId, "PENDING");
    }
}
