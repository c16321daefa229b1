package no.abakus.tasks.testing;

import no.abakus.tasks.port.SharedPace;

/** {@link InMemoryPace} fulfils the contract of {@link SharedPace}. */
class InMemoryPaceTest extends SharedPaceContract {

    private final InMemoryPace pace = new InMemoryPace();

    @Override
    protected SharedPace node() {
        return pace;
    }
}
