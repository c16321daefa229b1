package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The bean that the hand-written listener calls. It does what {@link NoopTask} does, but it is not a task. */
@ApplicationScoped
class BareBody {

    @Inject
    private Arrivals arrivals;

    void run(int number, String text) {
        arrivals.arrived(number);
    }
}
