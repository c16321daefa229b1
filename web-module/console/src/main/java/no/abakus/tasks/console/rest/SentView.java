package no.abakus.tasks.console.rest;

/** A task that was just sent. */
record SentView(String taskId, String state) {

    /** Sent, and not begun, as far as the sender can know. Celery: {@code PENDING}. */
    static SentView of(String taskId) {
        return new SentView(taskId, "PENDING");
    }
}
