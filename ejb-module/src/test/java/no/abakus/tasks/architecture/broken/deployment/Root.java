package no.abakus.tasks.architecture.broken.deployment;

/** What nobody may import. */
public final class Root {}
