package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.AbakusTask;

/** Takes a text and answers it, so that arguments and result are as large as one likes. */
@ApplicationScoped
public class TextTasks {

    static final String TRACKED = "bench.tracked";
    static final String UNTRACKED = "bench.untracked";

    @Inject
    private Arrivals arrivals;

    /** With its start kept, if the result is. */
    @AbakusTask(name = TRACKED, queue = "bench")
    String tracked(int number, String text) {
        arrivals.arrived(number);
        return text;
    }

    /** Without. */
    @AbakusTask(name = UNTRACKED, queue = "bench", trackStarted = false)
    String untracked(int number, String text) {
        arrivals.arrived(number);
        return text;
    }
}
