package no.abakus.tasks.architecture.broken.publish;

import no.abakus.tasks.architecture.broken.registry.Tail;

/** One half of a cycle. */
public final class Head {

    /** Leads to the other. */
    public Tail tail() {
        return new Tail();
    }
}
