package no.abakus.tasks.architecture.broken.port;

/** A contract of the inside. */
public final class Adapter {}
