package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** Observers in a web module are notified of its tasks, and do not change their outcome. */
@Tag("long")
@ArquillianTest
@Execution(SAME_THREAD)
public class TaskHooksIT {

    private static final long SOON = 20_000;
    private static final long LONG_ENOUGH = 500;

    @Inject
    Tasks tasks;

    @Inject
    Hooked hooked;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(TaskHooksIT.class, Hooked.class);
    }

    @Test
    void success_is_heard_before_during_and_after() throws Exception {
        tasks.delay(Hooked::grind, Hooked.Way.RETURN);

        assertHeard("BeforeStart", "body", "OnSuccess", "AfterReturn", "after tests.hooked: SUCCESS");
    }

    @Test
    void a_failure_is_heard_once_when_it_is_final() throws Exception {
        tasks.delay(Hooked::grind, Hooked.Way.THROW);

        assertHeard("BeforeStart", "body", "OnFailure", "AfterReturn", "after tests.hooked: FAILURE");
    }

    @Test
    void a_retry_is_heard_as_such_and_not_as_an_end() throws Exception {
        tasks.delay(Hooked::grind, Hooked.Way.RETRY_ONCE);

        assertHeard(
                "BeforeStart",
                "body",
                "OnRetry",
                "BeforeStart",
                "body",
                "OnSuccess",
                "AfterReturn",
                "after tests.hooked: SUCCESS");
    }

    @Test
    void an_observer_that_throws_changes_neither_the_task_nor_what_others_hear() throws Exception {
        AsyncResult<String> result = tasks.call(Hooked::grind, Hooked.Way.RETURN_AND_HAVE_OBSERVERS_THROW)
                .ignoreResult(false)
                .applyAsync();

        assertHeard("BeforeStart", "body", "OnSuccess", "AfterReturn", "after tests.hooked: SUCCESS");
        assertEquals("RETURN_AND_HAVE_OBSERVERS_THROW", result.get(Duration.ofMillis(SOON)));
        assertEquals(TaskState.SUCCESS, result.state());
    }

    @Test
    void who_observes_one_task_hears_nothing_of_another() throws Exception {
        tasks.delay(Hooked::other);

        assertHeard("the other body", "after tests.not_hooked: SUCCESS");
    }

    private void assertHeard(String... expected) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            heard.add(hooked.next(SOON));
        }
        assertEquals(List.of(expected), heard);
        assertNull(hooked.next(LONG_ENOUGH), "nothing else is heard");
    }
}
