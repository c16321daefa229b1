package no.abakus.tasks.architecture.broken.registry;

import no.abakus.tasks.architecture.broken.publish.Head;

/** The other half of a cycle. */
public final class Tail {

    /** Leads back. */
    public Head head() {
        return new Head();
    }
}
