package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a project tests its tasks; {@code docs/testing.md} shows the parts of it. */
class WelcomeTest {

    static class Mailbox {
        private final List<String> delivered = new ArrayList<>();
        private boolean full;

        void deliver(String to) {
            if (full) {
                throw new IllegalStateException("the mailbox is full");
            }
            delivered.add(to);
        }
    }

    static class Mailer {
        private final Mailbox mailbox;
        private final TaskRequest request;

        Mailer(Mailbox mailbox, TaskRequest request) {
            this.mailbox = mailbox;
            this.request = request;
        }

        @AbakusTask(name = "mail.send", queue = "mail", maxRetries = 2)
        public int send(String to, String subject) {
            try {
                mailbox.deliver(to);
            } catch (IllegalStateException e) {
                throw request.retry(Duration.ofMinutes(1), e);
            }
            return mailbox.delivered.size();
        }
    }

    static class Members {
        private final Tasks tasks;

        Members(Tasks tasks) {
            this.tasks = tasks;
        }

        void join(String address) {
            tasks.delay(Mailer::send, address, "Welcome");
            tasks.call(Mailer::send, address, "How is it?")
                    .countdown(Duration.ofDays(7))
                    .applyAsync();
        }
    }

    private final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    final WorkbenchExtension kit =
            WorkbenchExtension.with(bench -> bench.queue("mail").register(new Mailer(mailbox, bench.request())));

    @Test
    void a_new_member_is_welcomed_now_and_asked_in_a_week(Workbench bench, Tasks tasks) {
        new Members(tasks).join("a@b.no");

        assertThat(bench).sentExactly("mail.send", "mail.send");
        assertThat(bench)
                .sent(tasks.signature(Mailer::send, "a@b.no", "How is it?"))
                .onQueue("mail")
                .dueIn(Duration.ofDays(7));
    }

    @Test
    void mail_is_delivered_when_it_is_due(Workbench bench, Tasks tasks) {
        new Members(tasks).join("a@b.no");

        bench.runDue();
        assertThat(mailbox.delivered).hasSize(1);

        bench.clock().advance(Duration.ofDays(7));
        bench.runDue();
        assertThat(mailbox.delivered).hasSize(2);
    }

    @Test
    void a_full_mailbox_is_tried_three_times(Workbench bench, Tasks tasks) {
        mailbox.full = true;

        tasks.delay(Mailer::send, "a@b.no", "Welcome");

        assertThat(bench.drain()).isEqualTo(3);
        assertThat(bench).sent("mail.send").failedBy(IllegalStateException.class);
    }

    @Test
    void the_caller_sees_the_failure_at_once(Workbench bench, Tasks tasks) {
        bench.eagerThrowing();
        mailbox.full = true;

        assertThatThrownBy(() -> tasks.delay(Mailer::send, "a@b.no", "Welcome")).hasMessage("the mailbox is full");
    }

    @Test
    void tasks_may_fail_in_this_test(Workbench bench, Tasks tasks) {
        bench.expectFailure(IllegalStateException.class);
        mailbox.full = true;

        new Members(tasks).join("a@b.no");

        assertThat(bench.drain()).isEqualTo(6);
    }

    @Test
    void a_call_by_name_reads_the_same(Workbench bench, Tasks tasks) {
        tasks.applyAsync(tasks.signature("mail.send").args("a@b.no").kwargs(Map.of("subject", "Welcome")));

        bench.runDue();
        assertThat(mailbox.delivered).containsExactly("a@b.no");
    }

    @Test
    void the_broker_may_be_away(Workbench bench, Tasks tasks) {
        bench.transport().breakDown("no route to host");

        assertThatThrownBy(() -> new Members(tasks).join("a@b.no")).hasMessageContaining("nothing was sent");
        assertThat(bench).sentNothing();
    }
}
