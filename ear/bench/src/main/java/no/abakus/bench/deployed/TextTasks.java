package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.AbakusTask;

/** Takes a text and returns it, so that arguments and result can have any size. */
@ApplicationScoped
public class TextTasks {

    static final String TRACKED = "bench.tracked";
    static final String UNTRACKED = "bench.untracked";

    @Inject
    private Arrivals arrivals;

    /** The start is stored too, if the result is. */
    @AbakusTask(name = TRACKED, queue = "bench")
    String tracked(int number, String text) {
        arrivals.arrived(number);
        return text;
    }

    /** The start is not stored. */
    @AbakusTask(name = UNTRACKED, queue = "bench", trackStarted = false)
    String untracked(int number, String text) {
        arrivals.arrived(number);
        return text;
    }
}
