package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.AbakusTask;

/** A task that records its start and then fails. */
@ApplicationScoped
public class FailingTask {

    @Inject
    private Arrivals arrivals;

    @AbakusTask(name = "bench.fail", queue = "bench")
    void run(int number, String text) {
        arrivals.arrived(number);
        throw new IllegalStateException("number " + number + " fails");
    }
}
