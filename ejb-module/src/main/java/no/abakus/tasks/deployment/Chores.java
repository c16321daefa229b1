package no.abakus.tasks.deployment;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.Log;
import no.abakus.tasks.engine.Chore;

/**
 * The periodic work of a node. A chore that throws is run again at its next turn; the executor alone would never run it
 * again. The first failure is logged, and later ones only after the chore has worked again. Not thread-safe.
 */
final class Chores {

    private static final Log log = Log.get("no.abakus.tasks");

    private final ManagedScheduledExecutorService executor;
    private final List<Future<?>> scheduled = new ArrayList<>();

    Chores(ManagedScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Runs this chore periodically, for the first time after one interval. */
    void begin(Chore chore) {
        long millis = chore.interval().toMillis();
        scheduled.add(executor.scheduleWithFixedDelay(new Guarded(chore), millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Starts no further runs, but lets a run in progress finish. */
    void end() {
        scheduled.forEach(chore -> chore.cancel(false));
    }

    private static final class Guarded implements Runnable {

        private final Chore chore;
        private boolean hasFailed;

        Guarded(Chore chore) {
            this.chore = chore;
        }

        @Override
        public void run() {
            try {
                chore.work().run();
                if (hasFailed) {
                    log.info("chore_works_again", "chore", chore.name());
                }
                hasFailed = false;
            } catch (RuntimeException | Error e) {
                if (!hasFailed) {
                    log.error(
                            "chore_failed", e, "chore", chore.name(), "next", "tried again every " + chore.interval());
                }
                hasFailed = true;
            }
        }
    }
}
