package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;

/**
 * The failed tasks that the test has not yet declared as expected. A worker reports a failure as an outcome, so without
 * this class a test would pass although a task method threw. Not thread-safe.
 */
final class Failures implements EventListener {

    private final List<TaskEvent.Failed> unseen = new ArrayList<>();
    private final Set<Class<? extends Throwable>> expected = new HashSet<>();

    @Override
    public void onEvent(TaskEvent event) {
        if (event instanceof TaskEvent.Failed failed && !failed.expected()) {
            unseen.add(failed);
        }
    }

    /** Expects failures with this type of exception, whether they happen before or after this call. */
    void expect(Class<? extends Throwable> type) {
        expected.add(type);
    }

    /** Records that the test has seen the failures of this task. */
    void seen(String id) {
        unseen.removeIf(failed -> failed.delivery().message().id().equals(id));
    }

    /**
     * Reports the failures that the test did not expect, each of them once.
     *
     * @throws AssertionError if there are any; the first one is the error's cause, and the others are suppressed
     *     exceptions
     */
    void check() {
        unseen.removeIf(failed -> expected.stream().anyMatch(type -> type.isInstance(failed.thrown())));
        if (unseen.isEmpty()) {
            return;
        }
        List<TaskEvent.Failed> reported = List.copyOf(unseen);
        unseen.clear();
        String list = reported.stream().map(Failures::text).collect(Collectors.joining(System.lineSeparator() + "  "));
        AssertionError error = new AssertionError(
                "The test did not expect these tasks to fail:" + System.lineSeparator() + "  " + list
                        + System.lineSeparator()
                        + "If a failure is expected, declare it by assertThat(bench).sent(…).failedBy(…),"
                        + " bench.expectFailure(…), or throwsExpected in @AbakusTask.",
                reported.get(0).thrown());
        reported.stream().skip(1).forEach(failed -> error.addSuppressed(failed.thrown()));
        throw error;
    }

    private static String text(TaskEvent.Failed failed) {
        return failed.delivery().message().task() + " ["
                + failed.delivery().message().id() + "] failed with " + failed.thrown();
    }
}
