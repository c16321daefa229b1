package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A task method is anonymous for the container; a session bean that it calls can run as a role. */
@Execution(ExecutionMode.SAME_THREAD)
@ArquillianTest
public class RunAsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** What only clerks may call. */
    @Stateless
    @RolesAllowed("clerk")
    public static class Vault {

        @Resource
        SessionContext context;

        public boolean isOpenedByClerk() {
            return context.isCallerInRole("clerk");
        }
    }

    /** Calls it as a clerk, whoever calls. */
    @Stateless
    @RunAs("clerk")
    public static class Desk {

        @EJB
        Vault vault;

        public boolean ask() {
            return vault.isOpenedByClerk();
        }
    }

    /** The tasks. */
    @ApplicationScoped
    public static class Errands {

        @EJB
        Desk desk;

        @EJB
        Vault vault;

        @AbakusTask(name = "errands.at_the_desk", ignoreResult = false)
        public boolean atTheDesk() {
            return desk.ask();
        }

        @AbakusTask(name = "errands.alone", ignoreResult = false)
        public boolean alone() {
            return vault.isOpenedByClerk();
        }
    }

    @Inject
    Tasks tasks;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(RunAsIT.class, Vault.class, Desk.class, Errands.class);
    }

    @Test
    void a_session_bean_that_a_task_method_calls_runs_as_its_role() throws Exception {
        assertEquals(true, tasks.delay(Errands::atTheDesk).get(SOON));
    }

    @Test
    void the_task_method_itself_has_no_role() {
        TaskFailedException refused = assertThrows(
                TaskFailedException.class, () -> tasks.delay(Errands::alone).get(SOON));
        assertEquals(
                "jakarta.ejb.EJBAccessException",
                refused.failure().map(TaskFailure::type).orElse("none"));
    }
}
