package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.AbakusTask;

/** A task that only records its start. */
@ApplicationScoped
public class NoopTask {

    @Inject
    private Arrivals arrivals;

    @AbakusTask(name = "bench.noop", queue = "bench")
    void run(int number, String text) {
        arrivals.arrived(number);
    }
}
