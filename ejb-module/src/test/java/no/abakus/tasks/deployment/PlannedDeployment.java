package no.abakus.tasks.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.testing.MapSource;

/** Plans a start from beans and settings, and collects the problems. */
abstract class PlannedDeployment {

    static class Mailer {
        @AbakusTask(name = "mail.send", queue = "mail", priority = 7, maxRetries = 5, retryDelay = "PT30S")
        public void send() {}

        @AbakusTask
        public void unnamed() {}
    }

    final StartupProblems problems = new StartupProblems();
    final Map<String, String> settings = new HashMap<>(Map.of("abakus.tasks.node.name", "n"));

    DeploymentPlan plan(Class<?>... beans) {
        List<TaskCandidate> candidates = new ArrayList<>();
        for (Class<?> bean : beans) {
            candidates.addAll(TaskCandidate.of(bean));
        }
        return DeploymentPlan.of(new MapSource(settings), candidates, Set.of("mail", "default"), problems);
    }

    void override(String task, String attribute, String value) {
        settings.put("abakus.tasks.task.\"" + task + "\"." + attribute, value);
    }
}
