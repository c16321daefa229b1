package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How a project tests its tasks on a server; {@code docs/testing.md} shows it. */
@Execution(ExecutionMode.SAME_THREAD)
@ArquillianTest
public class WelcomeIT {

    @ApplicationScoped
    public static class Adder {
        @AbakusTask(name = "adder.add", ignoreResult = false)
        public int add(int a, int b) {
            return a + b;
        }
    }

    @Inject
    Tasks tasks;

    @Deployment
    public static WebArchive application() {
        return shop().addClasses(WelcomeIT.class, Adder.class);
    }

    @Test
    void a_task_comes_back_with_its_result() throws Exception {
        assertEquals(5, tasks.delay(Adder::add, 2, 3).get(Duration.ofSeconds(20)));
    }

    /** The archive of a project that has the task system in its WAR. */
    private static WebArchive shop() {
        EnterpriseArchive ear =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("abakus.ear")));
        WebArchive shop =
                ShrinkWrap.create(WebArchive.class, "tests.war").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        ear.getContent(path -> path.get().matches("(/lib/.*|/abakus-tasks.*)\\.jar"))
                .forEach((path, node) -> shop.addAsLibrary(
                        node.getAsset(), path.get().substring(path.get().lastIndexOf('/') + 1)));
        return shop;
    }
}
