package no.abakus.it;

import jakarta.enterprise.context.ApplicationScoped;
import no.abakus.tasks.AbakusTask;

/**
 * Mistakes that nobody should make; {@link StartupProblemsIT} deploys them. A separate class, because its WAR has no
 * other.
 */
@ApplicationScoped
public class Mistakes {

    @AbakusTask(name = "diagnostics.add")
    void takenName() {}

    @AbakusTask
    @SuppressWarnings("unused")
    private void hidden() {}

    @AbakusTask
    static void shared() {}

    @AbakusTask(queue = "nowhere")
    void lost() {}
}
