package ${package};

import jakarta.enterprise.context.ApplicationScoped;
import no.abakus.logging.Log;
import no.abakus.tasks.AbakusTask;

/** A bean with one task. */
@ApplicationScoped
public class Greetings {

    private static final Log log = Log.get();

    @AbakusTask(name = "greetings.greet", maxRetries = 5, ignoreResult = false)
    public String greet(String name) {
        log.info("greeted", "name", name);
        return "Hello, " + name;
    }
}
