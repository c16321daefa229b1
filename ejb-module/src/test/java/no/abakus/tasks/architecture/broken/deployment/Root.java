package no.abakus.tasks.architecture.broken.deployment;

import no.abakus.tasks.architecture.broken.publish.Publisher;

/** What nobody may import, and what makes a part by itself. */
public final class Root {

    /** A part that only the engine should make. */
    public Publisher publisher() {
        return new Publisher();
    }
}
