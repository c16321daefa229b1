package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.TaskState;
import org.junit.jupiter.api.Test;

/** A worker receives an object equal to the one that was sent, or the call says why it cannot. */
class ExactObjectsTest extends EchoedValues {

    @Test
    void values_of_the_jdk_that_lose_a_part_of_them_are_refused() {
        Timestamp precise = Timestamp.valueOf("2026-01-31 12:00:00.123456789");
        refused("timestamp", precise, "json");
        refused("path", Path.of("relative"), "json");

        bench.tasks().call("path").args(Path.of("/absolute")).applyAsync();
        bench.tasks()
                .call("timestamp")
                .args(Timestamp.valueOf("2026-01-31 12:00:00.123"))
                .applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(Path.of("/absolute"), Timestamp.valueOf("2026-01-31 12:00:00.123"));
    }

    /** The check at the call reads the value back, so it refuses a value that can be written but not read. */
    @Test
    void what_a_worker_could_not_read_is_refused_at_the_call() {
        for (String serializer : List.of("json", "yaml", "msgpack", "cbor")) {
            refused("shape", new Circle(1), serializer);
            refused("money", Money.of(5), serializer);
            refused("bits", BitSet.valueOf(new long[] {5}), serializer);
        }
        // Only JSON limits the length of a map's keys.
        refused("echo", Map.of("k".repeat(60_000), 1), "json");
        refused("big", BigInteger.TEN.pow(1_001), "json");
        assertThat(bench.events().names()).isEmpty();
    }

    @Test
    void a_result_that_nobody_could_read_fails_its_task() {
        for (String task : List.of("enormous", "twice")) {
            var sent = bench.tasks().call(task).applyAsync();
            bench.drain();

            assertThat(sent.state()).as(task).isEqualTo(TaskState.FAILURE);
            assertThat(sent.failure().orElseThrow().message().orElseThrow())
                    .startsWith("The result of " + task)
                    .contains("but not read");
        }
    }

    @Test
    void a_value_of_the_applications_own_arrives() {
        bench.tasks().call("circle").args(new Circle(2)).applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(new Circle(2.0));
    }

    @Test
    void an_equals_of_the_applications_that_throws_is_its_own_affair() {
        bench.tasks().call("unsaved").args(new Unsaved()).applyAsync();
        bench.drain();

        assertThat(echo.seen).hasSize(1);
    }

    @Test
    void a_number_may_be_what_a_class_of_the_applications_is_made_of() {
        bench.tasks()
                .call("price")
                .args(new BigDecimal("12345678901234567890.12"))
                .applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(new Price(new BigDecimal("12345678901234567890.12")));
    }
}
