package no.abakus.tasks.registry;

import no.abakus.tasks.spi.HealthProbe;

/**
 * Checks that this node has at least one task. A node without tasks would only take messages that other nodes could
 * run.
 */
final class TasksProbe implements HealthProbe {

    private final TaskRegistry registry;

    TasksProbe(TaskRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public void check() {
        if (registry.all().isEmpty()) {
            throw new IllegalStateException(
                    "This application has no tasks, because it was deployed without tasks or only in part");
        }
    }
}
