package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;

/** Tasks with every kind of acknowledgement, and a node that dies while it runs one. */
final class AcknowledgedMail {

    private static final Instant NOW = SettableClock.START;

    private AcknowledgedMail() {}

    static class Mailer {
        final Workbench bench;
        final Tasks tasks;
        final TaskRequest request;
        final List<String> sent = new ArrayList<>();
        Runnable during = () -> {};

        Mailer(Workbench bench) {
            this.bench = bench;
            this.tasks = bench.tasks();
            this.request = bench.request();
        }

        @AbakusTask(name = "mail.late")
        public void late(String to) {
            run(to);
        }

        @AbakusTask(name = "mail.early", acks = Acks.EARLY)
        public void early(String to) {
            run(to);
        }

        @AbakusTask(name = "mail.early_tracked", acks = Acks.EARLY, ignoreResult = false)
        public String earlyTracked(String to) {
            run(to);
            return to;
        }

        @AbakusTask(name = "mail.transacted", acks = Acks.TRANSACTED, retryDelay = "PT0S")
        public String transacted(String to) {
            tasks.delay(Mailer::late, "child of " + to);
            run(to);
            return to;
        }

        @AbakusTask(name = "mail.once", rejectOnWorkerLost = false, retryDelay = "PT0S")
        public void once(String to) {
            run(to);
        }

        @AbakusTask(name = "mail.failed")
        public void failed(FailedTask failed) {
            sent.add("error link of " + failed.exception().type());
        }

        void throwing(RuntimeException thrown) {
            during = () -> {
                throw thrown;
            };
        }

        void asksForRetry() {
            during = () -> {
                throw request.retry();
            };
        }

        private void run(String to) {
            sent.add(to);
            Runnable once = during;
            during = () -> {};
            once.run();
        }
    }

    /** The node dies between the start and the end of this execution. */
    static void dieWhileRunning(Workbench bench, TaskMessage message, boolean acknowledged) {
        bench.claims()
                .claim(new Claim(
                        message.id(),
                        message.retries(),
                        message.task(),
                        Workbench.NODE,
                        "bench-run-1",
                        acknowledged,
                        false,
                        NOW,
                        NOW.plusSeconds(1_000),
                        message.token(),
                        message.extras().deaths()));
        bench.claims().beat(Workbench.NODE, "bench-run-1");
        bench.restartedAfter();
    }
}
