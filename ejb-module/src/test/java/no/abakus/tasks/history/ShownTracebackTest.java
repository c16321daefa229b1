package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskFailure;
import org.junit.jupiter.api.Test;

class ShownTracebackTest {

    private static final int MOST = 1_000;

    private final ShownTraceback shown = shown(MOST);

    @Test
    void a_failure_is_written_as_a_jvm_would_write_it() {
        TaskFailure failure = TaskFailure.of(new IllegalStateException("no such user", new RuntimeException("why")));

        assertThat(shown(32_768).of(failure)).isEqualTo(failure.traceback());
    }

    @Test
    void secrets_in_messages_of_all_causes_are_not_shown() {
        assertThat(shown.of(failure("password=hunter2", List.of("no.Mailer.send(Mailer.java:7)"))))
                .contains("\tat no.Mailer.send(Mailer.java:7)\n", "Caused by: ")
                .doesNotContain("hunter2");
    }

    @Test
    void a_frame_that_is_none_is_searched_for_secrets_too() {
        assertThat(shown.of(failure("x", List.of("password=hunter2")))).doesNotContain("hunter2");
    }

    @Test
    void much_more_than_is_kept_is_not_even_written() {
        List<String> frames = Collections.nCopies(60, "no.Mailer." + "s".repeat(900) + "(Mailer.java:7)");

        assertThat(shown.of(failure("x", frames))).hasSizeLessThan(3 * MOST);
    }

    @Test
    void a_failure_that_is_cut_inside_a_pair_of_surrogates_ends_before_it() {
        String shown = shown(19).of(failure("x", List.of("\uD83D\uDE00".repeat(9))));

        assertThat(shown).isEqualTo("no.Failure: x\n\tat ");
    }

    @Test
    void a_stack_that_was_seen_before_is_written_like_a_new_one() {
        TaskFailure first = failure("one", List.of("no.Mailer.send(Mailer.java:7)", "password=hunter2"));
        TaskFailure second = failure("two", List.of("no.Mailer.send(Mailer.java:7)", "password=hunter2"));

        String again = shown.of(first).replace("one", "two");

        assertThat(shown.of(second)).isEqualTo(again).isEqualTo(shown(MOST).of(second));
    }

    private static ShownTraceback shown(int most) {
        return new ShownTraceback(Redaction.standard(), new Stacks(Redaction.standard(), most), most);
    }

    private static TaskFailure failure(String message, List<String> frames) {
        TaskFailure cause = new TaskFailure("no.Cause", Optional.of(message), frames, Optional.empty());
        return new TaskFailure("no.Failure", Optional.of(message), frames, Optional.of(cause));
    }
}
