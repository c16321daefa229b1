package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;

/**
 * Tasks that end badly, or not at all. See docs/reliability.md for what happens to each of them. This class is only a
 * bean if {@link DiagnosticsSwitch} adds it.
 */
@Vetoed
@ApplicationScoped
public class BadEnds {

    private static final int PIECE = 1 << 20;

    private final CountDownLatch now = new CountDownLatch(1);

    @Inject
    Tasks tasks;

    @Inject
    TaskRequest request;

    /** Recurses until the stack overflows, so the task fails. */
    @AbakusTask(name = "diagnostics.overflow")
    public int overflow() {
        return deeper(1);
    }

    private int deeper(int depth) {
        return depth > 0 ? deeper(depth + 1) + 1 : 0;
    }

    /**
     * Uses up all memory after some seconds, or as soon as {@link #exhaustNow} runs, so that the process ends. The task
     * is set aside after it has ended the process twice.
     */
    @AbakusTask(name = "diagnostics.exhaust")
    @SuppressWarnings("ReturnValueIgnored") // whatever the wait returns, it is time
    public int exhaust(double seconds) throws InterruptedException {
        now.await((long) (1_000 * seconds), TimeUnit.MILLISECONDS);
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < Integer.MAX_VALUE) {
            taken.add(new byte[PIECE]);
        }
        return taken.size();
    }

    /**
     * Makes every {@link #exhaust} task on this node use up all memory immediately, whether it waits or starts later.
     */
    @AbakusTask(name = "diagnostics.exhaust_now")
    public void exhaustNow() {
        now.countDown();
    }

    /** Ends the process in an orderly way, with this exit code. */
    @AbakusTask(name = "diagnostics.exit")
    public void exit(int code) {
        System.exit(code);
    }

    /** Sends itself again each time it runs. Other tasks still get their turns. To stop it, pause the task. */
    @AbakusTask(name = "diagnostics.self_send")
    public void selfSend() {
        tasks.call("diagnostics.self_send").applyAsync();
    }

    /** Asks for an immediate retry each time it runs, until it is revoked. */
    @AbakusTask(name = "diagnostics.retry_forever", maxRetries = -1)
    public void retryForever() {
        throw request.retry(Duration.ZERO);
    }
}
