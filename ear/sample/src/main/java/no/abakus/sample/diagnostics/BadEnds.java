package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;

/** Tasks that end badly, or not at all. What becomes of each, docs/reliability.md says. A bean only by {@link DiagnosticsSwitch}. */
@Vetoed
@ApplicationScoped
public class BadEnds {

    private static final int PIECE = 1 << 20;

    @Inject
    Tasks tasks;

    @Inject
    TaskRequest request;

    /** Calls itself until the stack is full: the task fails. */
    @AbakusTask(name = "diagnostics.overflow")
    public int overflow() {
        return deeper(1);
    }

    private int deeper(int depth) {
        return depth > 0 ? deeper(depth + 1) + 1 : 0;
    }

    /** After some seconds takes all the memory there is: the process ends, and the task is set aside once it has done so twice. */
    @AbakusTask(name = "diagnostics.exhaust")
    public int exhaust(double seconds) throws InterruptedException {
        Thread.sleep((long) (1_000 * seconds));
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < Integer.MAX_VALUE) {
            taken.add(new byte[PIECE]);
        }
        return taken.size();
    }

    /** Ends the process in order, with this code. */
    @AbakusTask(name = "diagnostics.exit")
    public void exit(int code) {
        System.exit(code);
    }

    /** Sends itself anew each time: others get their turns, and pausing the task ends it. */
    @AbakusTask(name = "diagnostics.self_send")
    public void selfSend() {
        tasks.call("diagnostics.self_send").applyAsync();
    }

    /** Asks to be run again at once, each time, until it is revoked. */
    @AbakusTask(name = "diagnostics.retry_forever", maxRetries = -1)
    public void retryForever() {
        throw request.retry(Duration.ZERO);
    }
}
