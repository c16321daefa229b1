package no.abakus.tasks.operate;

import java.time.Instant;

/**
 * Something that an operator did, and when.
 *
 * @param id its key; later entries have greater keys
 * @param at when it happened
 * @param action what was done
 */
public record AuditEntry(long id, Instant at, OperatorAction action) {}
