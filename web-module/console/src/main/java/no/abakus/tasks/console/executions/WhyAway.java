package no.abakus.tasks.console.executions;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.TaskHealth;

/** Says that no task can start because a system that all tasks need is out of reach. */
final class WhyAway {

    private WhyAway() {}

    /** Returns the answer if the health check of the broker or of the database is down; otherwise empty. */
    static Optional<WhyNot.Answer> of(TaskHealth health) {
        List<TaskHealth.Check> checks = health.ready();
        return away(health, checks, "broker", "The broker cannot be reached, so no task is delivered.")
                .or(() -> away(
                        health,
                        checks,
                        "database",
                        "The database cannot be reached. Nodes cannot record the start of a task, so they wait."));
    }

    private static Optional<WhyNot.Answer> away(
            TaskHealth health, List<TaskHealth.Check> checks, String name, String sentence) {
        return checks.stream()
                .filter(check -> check.name().equals(name) && !check.isUp())
                .findFirst()
                .map(check -> new WhyNot.Answer(
                        sentence,
                        name + "-away",
                        health.downSince(name).orElse(null),
                        "Start the " + name + "; the nodes connect to it again by themselves."));
    }
}
