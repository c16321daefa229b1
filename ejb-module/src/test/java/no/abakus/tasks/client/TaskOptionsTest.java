package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import org.junit.jupiter.api.Test;

/** An option has three states: not set, set, and explicitly none. */
class TaskOptionsTest {

    @Test
    void not_said_said_and_none_are_three_things() {
        TaskOptions options = TaskOptions.empty().with(TaskOption.QUEUE, "mail").withNone(TaskOption.PRIORITY);

        assertThat(options.get(TaskOption.QUEUE)).contains("mail");
        assertThat(options.says(TaskOption.QUEUE)).isTrue();
        assertThat(options.get(TaskOption.PRIORITY)).isEmpty();
        assertThat(options.says(TaskOption.PRIORITY)).isTrue();
        assertThat(options.get(TaskOption.ETA)).isEmpty();
        assertThat(options.says(TaskOption.ETA)).isFalse();
    }

    @Test
    void what_is_said_wins_over_what_lies_below_and_so_does_none() {
        TaskOptions lower = TaskOptions.empty()
                .with(TaskOption.QUEUE, "mail")
                .with(TaskOption.PRIORITY, 1)
                .with(TaskOption.TASK_ID, "t");
        TaskOptions upper = TaskOptions.empty().with(TaskOption.PRIORITY, 9).withNone(TaskOption.QUEUE);

        TaskOptions merged = upper.over(lower);

        assertThat(merged.get(TaskOption.PRIORITY)).contains(9);
        assertThat(merged.get(TaskOption.QUEUE)).isEmpty();
        assertThat(merged.says(TaskOption.QUEUE)).isTrue();
        assertThat(merged.get(TaskOption.TASK_ID)).contains("t");
    }

    @Test
    void options_are_values() {
        TaskOptions one =
                TaskOptions.empty().with(TaskOption.PRIORITY, 1).with(TaskOption.COUNTDOWN, Duration.ofSeconds(5));
        TaskOptions same = TaskOptions.empty()
                .with(TaskOption.COUNTDOWN, Duration.ofSeconds(5))
                .with(TaskOption.PRIORITY, 1);

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString("{countdown=PT5S, priority=1}");
        assertThat(one.withNone(TaskOption.ETA))
                .isNotEqualTo(one)
                .hasToString("{countdown=PT5S, eta=none, priority=1}");
        assertThat(TaskOptions.empty().isEmpty()).isTrue();
        assertThat(TaskOptions.empty().over(one)).isEqualTo(one);
        assertThat(one.over(TaskOptions.empty())).isEqualTo(one);
    }

    @Test
    void adding_one_leaves_the_others_as_they_were() {
        TaskOptions before = TaskOptions.empty().with(TaskOption.PRIORITY, 1);

        before.with(TaskOption.PRIORITY, 2);

        assertThat(before.get(TaskOption.PRIORITY)).contains(1);
    }

    @Test
    void null_is_no_value() {
        Instant nothing = null;

        assertThatThrownBy(() -> TaskOptions.empty().with(TaskOption.ETA, nothing))
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("eta is null; leave the option out for the task's own value, or use"
                        + " withNone(…) for no value");
    }

    @Test
    void every_option_has_celerys_name() {
        assertThat(TaskOption.all())
                .extracting(TaskOption::optionName)
                .containsExactly(
                        "countdown",
                        "eta",
                        "expires",
                        "shadow",
                        "time_limit",
                        "soft_time_limit",
                        "queue",
                        "application",
                        "exchange",
                        "routing_key",
                        "priority",
                        "serializer",
                        "compression",
                        "headers",
                        "delivery_mode",
                        "correlation_id",
                        "reply_to",
                        "group",
                        "link",
                        "link_error",
                        "add_to_parent",
                        "ignore_result",
                        "connection",
                        "retry",
                        "retry_policy",
                        "timeout",
                        "task_id");
    }
}
