package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.testing.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the task without a server. */
class GreetingsTest {

    @RegisterExtension
    final WorkbenchExtension kit = WorkbenchExtension.with(bench -> bench.register(new Greetings()));

    @Test
    void the_task_greets(Workbench bench, Tasks tasks) {
        AsyncResult<String> greeting = tasks.delay(Greetings::greet, "Ada");
        assertThat(bench).sentExactly("greetings.greet");

        bench.runDue();
        assertThat(greeting.get(Duration.ZERO)).isEqualTo("Hello, Ada");
    }
}
