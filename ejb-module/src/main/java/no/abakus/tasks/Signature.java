package no.abakus.tasks;

/**
 * An immutable description of work that can be kept, passed on and sent: a value that knows no service. Celery:
 * {@code Signature}.
 */
public sealed interface Signature permits TaskSignature {}
