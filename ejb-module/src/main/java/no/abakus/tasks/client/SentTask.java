package no.abakus.tasks.client;

import no.abakus.tasks.AsyncResult;

/** The handle of a task that was sent from here. */
record SentTask<R>(String id, String task) implements AsyncResult<R> {}
