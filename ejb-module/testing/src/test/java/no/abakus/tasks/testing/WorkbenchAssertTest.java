package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assertions that hold are silent. Assertions that fail say what was there instead. */
class WorkbenchAssertTest {

    record Attachment(String name, Instant at) {}

    static class Mailer {
        @AbakusTask(name = "mail.send")
        public void send(String to, List<Attachment> attachments) {
            if (to.isEmpty()) {
                throw new IllegalArgumentException("nobody");
            }
        }
    }

    private static final Attachment NOTE = new Attachment("note", Instant.EPOCH);

    private final Workbench bench = Workbench.of(new Mailer()).queue("mail");
    private final Tasks tasks = bench.tasks();

    @BeforeEach
    void send() {
        try (LogScope scope = LogContext.bind("request_id", "R-1")) {
            tasks.call(Mailer::send, "a@b.no", List.of(NOTE))
                    .countdown(Duration.ofMinutes(5))
                    .queue("mail")
                    .priority(8)
                    .applyAsync();
        }
        tasks.call("elsewhere").args("x", 2).queue("mail").applyAsync();
    }

    @Test
    void what_was_sent_is_found_with_all_it_has() {
        assertThat(bench)
                .sent("mail.send")
                .withArgs("a@b.no", List.of(NOTE))
                .withKwargs(Map.of())
                .onQueue("mail")
                .withPriority(8)
                .dueIn(Duration.ofMinutes(5))
                .dueAt(SettableClock.START.plusSeconds(300))
                .withContext("request_id", "R-1");
        assertThat(bench)
                .sent(tasks.signature(Mailer::send, "a@b.no", List.of(NOTE)))
                .onQueue("mail");
        assertThat(bench).sent("elsewhere").withArgs("x", 2).dueAtOnce();
        assertThat(bench).sentExactly("mail.send", "elsewhere").sentTimes("mail.send", 1);
        assertThat(bench).notSent("mail.read");
    }

    @Test
    void what_was_not_is_told_with_a_list_of_what_was() {
        fails(() -> assertThat(bench).sent("mail.sent"))
                .contains("Expected one task mail.sent to have been sent, but 0 were. These tasks were sent:")
                .contains("1. mail.send(\"a@b.no\", [Attachment[name=note, at=1970-01-01T00:00:00Z]]) [task-1]"
                        + " to queue mail, due at 2026-01-01T12:05:00Z")
                .contains("2. elsewhere(\"x\", 2) [task-2] to queue mail");
        fails(() -> assertThat(bench).sent(tasks.signature(Mailer::send, "z@b.no", List.of())))
                .contains("mail.send(\"z@b.no\", [])");
        fails(() -> assertThat(bench).sentNothing()).contains("exactly [] to have been sent");
        fails(() -> assertThat(bench).sentExactly("elsewhere", "mail.send")).contains("in this order");
        fails(() -> assertThat(bench).notSent("mail.send")).contains("Expected 0 of task mail.send");
        fails(() -> assertThat(bench).nothingWaits()).contains("1. mail.send");
    }

    @Test
    void a_part_that_differs_is_named_with_both_values() {
        fails(() -> assertThat(bench).sent("mail.send").onQueue("default"))
                .contains("Expected the queue of mail.send(")
                .contains("default")
                .contains("mail");
        fails(() -> assertThat(bench).sent("mail.send").withArgs("a@b.no")).contains("args");
        fails(() -> assertThat(bench).sent("mail.send").withPriority(1)).contains("priority");
        fails(() -> assertThat(bench).sent("mail.send").dueAtOnce()).contains("eta");
        fails(() -> assertThat(bench).sent("elsewhere").dueIn(Duration.ZERO)).contains("eta");
        fails(() -> assertThat(bench).sent("elsewhere").withContext("request_id", "R-1"))
                .contains("log context's request_id");
        fails(() -> assertThat(bench).sent("elsewhere").sentBy("task-1")).contains("parent");
    }

    @Test
    void what_became_of_a_task_is_told_too() {
        tasks.call(Mailer::send, "", List.of()).taskId("bad").applyAsync();
        fails(() -> assertThat(bench)
                        .sent(tasks.signature(Mailer::send, "", List.of()))
                        .succeeded())
                .contains("it has not ended; run it");

        bench.drain();

        assertThat(bench)
                .sent(tasks.signature(Mailer::send, "a@b.no", List.of(NOTE)))
                .succeeded();
        assertThat(bench).sent(tasks.signature(Mailer::send, "", List.of())).failedBy(IllegalArgumentException.class);
        fails(() -> assertThat(bench)
                        .sent(tasks.signature(Mailer::send, "", List.of()))
                        .succeeded())
                .contains("it failed with java.lang.IllegalArgumentException: nobody");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> fails(ThrowingCallable assertion) {
        AssertionError[] failure = new AssertionError[1];
        assertThatThrownBy(assertion).isInstanceOfSatisfying(AssertionError.class, thrown -> failure[0] = thrown);
        return assertThat(failure[0].getMessage());
    }
}
