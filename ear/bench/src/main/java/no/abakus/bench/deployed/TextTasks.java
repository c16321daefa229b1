package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.AbakusTask;

/** Tasks that take a string and return it, so that their arguments and results can have any size. */
@ApplicationScoped
public class TextTasks {

    static final String TRACKED = "bench.tracked";
    static final String UNTRACKED = "bench.untracked";

    @Inject
    private Arrivals arrivals;

    /** Returns its argument. The start of this task is stored if its result is stored. */
    @AbakusTask(name = TRACKED, queue = "bench")
    String tracked(int number, String text) {
        arrivals.arrived(number);
        return text;
    }

    /** Returns its argument. The start of this task is not stored. */
    @AbakusTask(name = UNTRACKED, queue = "bench", trackStarted = false)
    String untracked(int number, String text) {
        arrivals.arrived(number);
        return text;
    }
}
