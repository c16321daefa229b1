package no.abakus.it;

import jakarta.enterprise.context.ApplicationScoped;
import no.abakus.tasks.AbakusTask;

/** What nobody should write; {@link StartupProblemsIT} deploys it. A class of its own, for its WAR holds no other. */
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
