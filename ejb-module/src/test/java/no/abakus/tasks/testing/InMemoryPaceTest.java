package no.abakus.tasks.testing;

import no.abakus.tasks.port.SharedPace;

/** The turns in memory keep the contract. */
class InMemoryPaceTest extends SharedPaceContract {

    private final InMemoryPace pace = new InMemoryPace();

    @Override
    protected SharedPace node() {
        return pace;
    }
}
