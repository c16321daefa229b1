package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.Reject;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;

/** Tasks that end in every way: with a result, a failure, a retry, or as if they had never run. */
final class ResultsShop {

    private ResultsShop() {}

    public record Receipt(String to, long number) {}

    static class Shop {
        final Tasks tasks;
        final TaskRequest request;
        final List<Object> seen = new ArrayList<>();
        boolean bothered;

        Shop(Workbench bench) {
            tasks = bench.tasks();
            request = bench.request();
        }

        @AbakusTask(name = "shop.sell", ignoreResult = false)
        public Receipt sell(String to) {
            seen.add("sell");
            return new Receipt(to, 17);
        }

        @AbakusTask(name = "shop.quiet")
        public String quiet() {
            seen.add("quiet");
            return "nobody asks";
        }

        @AbakusTask(name = "shop.untracked", ignoreResult = false, trackStarted = false, trail = false)
        public int untracked() {
            seen.add("untracked");
            tasks.delay(Shop::quiet);
            return 1;
        }

        @AbakusTask(name = "shop.fail", ignoreResult = false)
        public void fail(String why) {
            throw new IllegalStateException(why, new IllegalArgumentException("deep"));
        }

        @AbakusTask(name = "shop.fail_quietly", storeErrorsEvenIfIgnored = true, resultRetention = "P7D")
        public void failQuietly() {
            throw new IllegalStateException("kept all the same");
        }

        @AbakusTask(name = "shop.flaky", ignoreResult = false, retryDelay = "PT1S")
        public String flaky(int times) {
            if (request.retries() < times) {
                throw request.retry(Duration.ofSeconds(1), new IllegalStateException("not yet"));
            }
            return "after " + times;
        }

        @AbakusTask(name = "shop.picky", ignoreResult = false)
        public String picky() {
            if (!bothered) {
                bothered = true;
                throw new Reject("not me", true);
            }
            return "at last";
        }

        @AbakusTask(name = "shop.shy", ignoreResult = false)
        public String shy() {
            throw new Ignore("never happened");
        }

        @AbakusTask(name = "shop.parent", ignoreResult = false)
        public String parent() {
            tasks.delay(Shop::sell, "child");
            tasks.call(Shop::sell, "stranger").addToParent(false).applyAsync();
            return "parent";
        }

        @AbakusTask(name = "shop.large", ignoreResult = false)
        public String large(int length) {
            return "x".repeat(length);
        }

        @AbakusTask(name = "shop.impatient")
        public void impatient() {
            tasks.call(Shop::sell, "me").applyAsync().get(Duration.ofSeconds(5));
        }

        @AbakusTask(name = "shop.file")
        public void file(Receipt receipt, String folder) {
            seen.add(folder + "/" + receipt.to());
        }

        @AbakusTask(name = "shop.note")
        public void note(String text) {
            seen.add(text);
        }

        @AbakusTask(name = "shop.on_error")
        public void onError(FailedTask failed) {
            seen.add(failed);
        }
    }
}
