package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The bean that a hand-written listener calls; the same as {@link NoopTask} without the annotation. */
@ApplicationScoped
class BareBody {

    @Inject
    private Arrivals arrivals;

    void run(int number, String text) {
        arrivals.arrived(number);
    }
}
