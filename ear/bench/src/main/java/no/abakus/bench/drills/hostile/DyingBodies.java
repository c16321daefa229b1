package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.abakus.bench.drills.TaskApi;

/** Sends diagnostics tasks whose bodies end badly. */
final class DyingBodies implements Attack {

    private final TaskApi api;
    private final List<String> tasks;
    private final Map<String, List<?>> arguments;
    private final long pauseMillis;
    private int next;

    /**
     * @param tasks the names of the tasks; they are sent in turn
     * @param arguments the arguments of the tasks that take any
     * @param pauseMillis the pause between two tasks
     */
    DyingBodies(TaskApi api, List<String> tasks, Map<String, List<?>> arguments, long pauseMillis) {
        this.api = api;
        this.tasks = List.copyOf(tasks);
        this.arguments = Map.copyOf(arguments);
        this.pauseMillis = pauseMillis;
    }

    @Override
    public String name() {
        return "bodies that die: " + String.join(", ", tasks);
    }

    @Override
    public long pauseMillis() {
        return pauseMillis;
    }

    @Override
    public void strike(Random random) throws IOException, InterruptedException {
        String task = tasks.get(next % tasks.size());
        api.send(task, Map.of("args", arguments.getOrDefault(task, List.of()), "retry", false));
        next++;
    }
}
