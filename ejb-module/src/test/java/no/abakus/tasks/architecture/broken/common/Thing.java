package no.abakus.tasks.architecture.broken.common;

/** Lives in a package that is no concept. */
public final class Thing {}
