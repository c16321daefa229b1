package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test gets a workbench of its own, and the parts of it. */
@ExtendWith(WorkbenchExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchExtensionTest {

    static class Counter {
        int count;

        @AbakusTask(name = "count")
        public void count() {
            count++;
        }
    }

    /** A class that a container has made a proxy of: its methods are there, their annotations are not. */
    static class CounterProxy extends Counter {
        int passed;

        @Override
        public void count() {
            passed++;
            super.count();
        }
    }

    private Counter counter;

    @BeforeEach
    void register(Workbench bench) {
        counter = new Counter();
        bench.register(counter);
    }

    @RepeatedTest(2)
    void it_is_fresh(Workbench bench, Tasks tasks) {
        tasks.delay(Counter::count);

        assertThat(bench.runDue()).isEqualTo(1);
        assertThat(counter.count).isEqualTo(1);
    }

    @Test
    void its_parts_are_those_of_one_workbench(
            Workbench bench,
            Tasks tasks,
            TaskRequest request,
            SettableClock clock,
            InMemoryTransport transport,
            RecordingEvents events) {
        assertThat(tasks).isSameAs(bench.tasks());
        assertThat(clock).isSameAs(bench.clock());
        assertThat(transport).isSameAs(bench.transport());
        assertThat(events).isSameAs(bench.events());
        assertThat(request.isActive()).isFalse();
    }

    @Test
    void a_beans_proxy_is_called_for_the_tasks_of_its_class() {
        CounterProxy proxy = new CounterProxy();
        Workbench bench = new Workbench().register(Counter.class, proxy).eager();

        bench.tasks().delay(Counter::count);

        assertThat(proxy.passed).isEqualTo(1);
        assertThat(proxy.count).isEqualTo(1);
    }
}
