package no.abakus.tasks.architecture.broken.common;

/** Is in a package that is not a concept. */
public final class Thing {}
