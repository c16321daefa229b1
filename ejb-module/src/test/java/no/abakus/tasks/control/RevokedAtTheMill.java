package no.abakus.tasks.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.testing.Workbench;

/** A workbench with tasks that are revoked while they wait and while they run. */
abstract class RevokedAtTheMill {

    public static class Mill {
        TaskRequest request;
        Runnable onGrind = () -> {};
        final List<Object> ground = new ArrayList<>();

        @AbakusTask(name = "mill.grind")
        public void grind(String grain) throws InterruptedException {
            ground.add(grain);
            onGrind.run();
            new CountDownLatch(1).await(grain.equals("stone") ? 10 : 0, TimeUnit.SECONDS);
        }

        @AbakusTask(name = "mill.bake", ignoreResult = false)
        public String bake(String flour) throws InterruptedException {
            grind(flour);
            return "bread of " + flour;
        }

        @AbakusTask(name = "mill.again", ignoreResult = false, maxRetries = 5)
        public void again() {
            ground.add("try " + request.retries());
            onGrind.run();
            throw request.retry(Duration.ofSeconds(1));
        }

        @AbakusTask(name = "mill.on_error")
        public void onError(FailedTask failed) {
            ground.add(failed);
        }
    }

    final Mill mill = new Mill();
    final Workbench bench = new Workbench();
    final Tasks tasks = bench.tasks();

    RevokedAtTheMill() {
        mill.request = bench.request();
        bench.register(mill);
    }

    void revokeWhileItRuns(Revocable which, boolean terminate, List<RevokeReport> reports) {
        mill.onGrind = () -> reports.add(bench.control().revoke(which, terminate));
    }
}
