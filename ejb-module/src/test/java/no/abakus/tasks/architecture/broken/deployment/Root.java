package no.abakus.tasks.architecture.broken.deployment;

import no.abakus.tasks.architecture.broken.publish.Publisher;

/** A class that no package may import, and that creates a part itself. */
public final class Root {

    /** A part that only the engine should make. */
    public Publisher publisher() {
        return new Publisher();
    }
}
