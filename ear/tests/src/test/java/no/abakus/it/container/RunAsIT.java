package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.inject.Inject;
import java.time.Duration;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** A task has no role of its own. A session bean with {@code @RunAs} gives it one, where the server can. */
@Tag("long")
@ArquillianTest
@Execution(SAME_THREAD)
public class RunAsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Tasks tasks;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(RunAsIT.class, Errands.class, Clerk.class, Vault.class);
    }

    @Test
    void without_a_role_a_task_is_refused() {
        assertEquals("refused", tasks.delay(Errands::withoutTheClerk).get(PATIENCE));
    }

    /** Payara wants the role to be mapped to a principal first, in a descriptor of its own. */
    @Test
    void a_session_bean_gives_it_the_role_on_wildfly() {
        String expected = System.getProperty("jboss.home.dir") == null ? "refused" : "opened";

        assertEquals(expected, tasks.delay(Errands::byTheClerk).get(PATIENCE));
    }
}
