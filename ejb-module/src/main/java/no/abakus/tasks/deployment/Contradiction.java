package no.abakus.tasks.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.registry.TaskAttributes;

/**
 * Two attributes of a task, one of which makes the other meaningless. This is most likely a mistake, but everything
 * still works. A value in an annotation that equals the default does not count as set, because it may not have been
 * written explicitly.
 *
 * @param task the task's name
 * @param detail the attributes, and what to do about them
 */
record Contradiction(String task, String detail) {

    /**
     * All contradictions of a task.
     *
     * @param configured whether configuration sets the attribute of this name
     */
    static List<Contradiction> of(TaskCandidate task, TaskAttributes said, Predicate<String> configured) {
        List<String> details = new ArrayList<>();
        if (said.results().ignore()) {
            if (configured.test("track-started") && said.results().trackStarted()) {
                details.add("track-started is set and results are ignored, so nothing is tracked unless a call wants"
                        + " the result; set ignoreResult = false, or leave out track-started");
            }
            if (configured.test("trail") && said.results().trail()) {
                details.add("trail is set and results are ignored. Children are kept only with a result, so they are"
                        + " lost unless a call wants the result; set ignoreResult = false, or leave out trail");
            }
        } else if (said.results().storeErrorsEvenIfIgnored()) {
            details.add(
                    "storeErrorsEvenIfIgnored is set and results are not ignored, so errors are stored anyway unless a"
                            + " call ignores its result; leave out one of the two attributes");
        }
        retries(said, details);
        limits(task.annotation(), said, configured, details);
        return details.stream()
                .map(detail -> new Contradiction(task.name(), detail))
                .toList();
    }

    private static void retries(TaskAttributes said, List<String> details) {
        boolean retried = !said.retry().autoretryFor().names().isEmpty();
        if (retried && said.maxRetries() == 0) {
            details.add("autoretryFor is set and maxRetries is 0, so the task is never retried; allow a retry, or leave"
                    + " out autoretryFor");
        }
        if (!retried && !said.retry().dontAutoretryFor().names().isEmpty()) {
            details.add("dontAutoretryFor is set and autoretryFor is not, so the task is never retried automatically;"
                    + " leave out dontAutoretryFor");
        }
        if (said.retry().backoffFactor().compareTo(said.retry().backoffMax()) > 0) {
            details.add("retryBackoffFactor " + said.retry().backoffFactor() + " is beyond retryBackoffMax "
                    + said.retry().backoffMax() + ", so every delay is the maximum");
        }
    }

    private static void limits(
            AbakusTask annotation, TaskAttributes said, Predicate<String> configured, List<String> details) {
        boolean partly = !annotation.rateLimitKey().equals(AbakusTask.UNSET)
                || annotation.rateLimitBurst() != 1
                || configured.test("rate-limit-key")
                || configured.test("rate-limit-burst")
                || configured.test("rate-limit-scope");
        if (partly && said.rateLimit().isEmpty()) {
            details.add(
                    "rateLimitKey, rateLimitBurst or rateLimitScope is set and rateLimit is not, so nothing is limited;"
                            + " set rateLimit, or leave out the others");
        }
    }
}
