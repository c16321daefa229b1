package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a project tests its tasks with CDI; {@code docs/testing.md} shows the parts of it. */
@ExtendWith(WorkbenchExtension.class)
class CdiWelcomeTest {

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Audited {}

    @Audited
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class Auditor {
        private static final List<String> CALLS = new ArrayList<>();

        @AroundInvoke
        Object audit(InvocationContext call) throws Exception {
            CALLS.add(call.getMethod().getName());
            return call.proceed();
        }
    }

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

        @Audited
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

    private SeContainer container;

    @BeforeEach
    void boot(Workbench bench) {
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new WorkbenchBeans(bench.queue("mail")))
                .addBeanClasses(Mailer.class, Members.class, Outbox.class, Auditor.class)
                .initialize();
    }

    @AfterEach
    void shutDown() {
        container.close();
    }

    @Test
    void a_new_member_gets_mail(Workbench bench) {
        container.select(Members.class).get().join("a@b.no");
        bench.runDue();

        assertThat(bench).sent("mail.send").onQueue("mail").succeeded();
        assertThat(container.select(Outbox.class).get().sent()).containsExactly("task-1 to a@b.no");
        assertThat(Auditor.CALLS).containsExactly("send");
    }
}
