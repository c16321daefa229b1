package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * The progress that a running task reported last. Celery: the {@code info} of a task in the state {@code PROGRESS}.
 *
 * @param done how much is done
 * @param total how much there is to do; 0 if the task does not know
 * @param text what the task is doing, shortened and redacted; empty if it did not say
 * @param at when the task reported it
 */
public record ReportedProgress(long done, long total, Optional<String> text, Instant at) {}
