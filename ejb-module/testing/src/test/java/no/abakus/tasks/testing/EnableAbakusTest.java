package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a project tests its beans with one annotation; {@code docs/testing.md} shows the parts of it. */
@EnableAbakus(
        value = {EnableAbakusTest.Mailer.class, EnableAbakusTest.Members.class, EnableAbakusTest.Outbox.class},
        queues = "mail",
        settings = "abakus.tasks.message.max-body-size=1024")
class EnableAbakusTest {

    @ApplicationScoped
    static class Outbox {
        private final List<String> sent = new ArrayList<>();

        void add(String mail) {
            sent.add(mail);
        }

        List<String> sent() {
            return List.copyOf(sent);
        }
    }

    @ApplicationScoped
    static class Mailer {
        @Inject
        Outbox outbox;

        @Inject
        TaskRequest request;

        @AbakusTask(name = "mail.send", queue = "mail")
        public void send(String to) {
            outbox.add(request.id() + " to " + to);
        }
    }

    @ApplicationScoped
    static class Members {
        @Inject
        Tasks tasks;

        void join(String address) {
            tasks.delay(Mailer::send, address);
        }
    }

    @Inject
    Members members;

    @Inject
    Outbox outbox;

    @Test
    void a_new_member_gets_mail(Workbench bench) {
        members.join("a@b.no");
        bench.runDue();

        assertThat(bench).sent("mail.send").onQueue("mail").succeeded();
        assertThat(outbox.sent()).containsExactly("task-1 to a@b.no");
    }

    @Test
    void every_test_has_beans_and_a_workbench_of_its_own(Workbench bench) {
        members.join("c@d.no");
        bench.runDue();

        assertThat(outbox.sent()).containsExactly("task-1 to c@d.no");
    }

    @Test
    void its_settings_apply(Tasks tasks) {
        assertThat(catchThrowable(() -> tasks.delay(Mailer::send, "x".repeat(2_000))))
                .hasMessageContaining("abakus.tasks.message.max-body-size");
    }

    /** Nested tests have the beans of the class around them. */
    @Nested
    class InsideAnother {

        @Inject
        Members inner;

        @Test
        void fields_of_both_are_filled(Workbench bench) {
            inner.join("e@f.no");
            bench.runDue();

            assertThat(outbox.sent()).containsExactly("task-1 to e@f.no");
        }
    }
}
