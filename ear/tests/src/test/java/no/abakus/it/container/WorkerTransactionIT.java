package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.inject.Inject;
import java.time.Duration;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/**
 * Everything that a task writes and sends on its worker is one transaction, whichever module the task is in and whoever
 * started the transaction.
 */
@ArquillianTest
@Execution(SAME_THREAD)
public class WorkerTransactionIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long SOON_MILLIS = 20_000;
    private static final long LONG_ENOUGH_MILLIS = 500;

    @Inject
    Tasks tasks;

    @Inject
    Received received;

    @Deployment
    public static EnterpriseArchive application() {
        JavaArchive module = ShrinkWrap.create(JavaArchive.class, "tests-module.jar")
                .addClasses(Writing.class, ModuleWrites.class, SessionBean.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        return InContainer.applicationWithModule(module, WorkerTransactionIT.class, WebWrites.class, Received.class);
    }

    @BeforeEach
    void a_table() throws Exception {
        Writing.createTable();
    }

    @Test
    void a_task_of_a_web_module_in_its_own() throws Exception {
        assertOneTransaction(WebWrites.class, "inItsOwnTransaction");
    }

    @Test
    void a_task_of_a_web_module_in_its_workers() throws Exception {
        assertOneTransaction(WebWrites.class, "inItsWorkersTransaction");
    }

    @Test
    void a_task_of_a_web_module_that_joins_its_workers() throws Exception {
        assertOneTransaction(WebWrites.class, "joiningItsWorkersTransaction");
    }

    @Test
    void a_task_of_an_ejb_module_in_its_own() throws Exception {
        assertOneTransaction(ModuleWrites.class, "inItsOwnTransaction");
    }

    @Test
    void a_task_of_an_ejb_module_in_its_workers() throws Exception {
        assertOneTransaction(ModuleWrites.class, "inItsWorkersTransaction");
    }

    @Test
    void a_task_of_an_ejb_module_that_joins_its_workers() throws Exception {
        assertOneTransaction(ModuleWrites.class, "joiningItsWorkersTransaction");
    }

    /** The work of a successful task is kept, and none of the work of a task that throws. */
    private void assertOneTransaction(Class<? extends Writing> bean, String method) throws Exception {
        String task = bean.getName() + "." + method;
        AsyncResult<Object> failing = tasks.call(task).args(Writing.FAIL + task).applyAsync();
        assertThrows(TaskFailedException.class, () -> failing.get(SOON));

        assertEquals(0, Writing.rows(Writing.FAIL + task), "rows of the task that threw");
        assertNull(received.next(LONG_ENOUGH_MILLIS), "what the task that threw has sent");

        tasks.call(task).args(task).applyAsync().get(SOON);

        assertEquals(1, Writing.rows(task), "rows of the task that succeeded");
        assertEquals(task, received.next(SOON_MILLIS), "what the task that succeeded has sent");
    }
}
