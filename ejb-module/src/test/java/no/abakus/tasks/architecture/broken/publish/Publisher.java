package no.abakus.tasks.architecture.broken.publish;

/** A part that the engine makes. */
public final class Publisher {}
