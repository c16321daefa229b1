package no.abakus.tasks;

/**
 * An immutable description of work that can be stored, passed on and sent. It is a plain value without references to
 * services. Celery: {@code Signature}.
 */
public sealed interface Signature permits TaskSignature {}
