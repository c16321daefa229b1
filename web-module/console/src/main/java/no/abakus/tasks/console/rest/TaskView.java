package no.abakus.tasks.console.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.TaskDescription;

/** A registered task as clients see it. Durations are in seconds, and unset attributes are null. */
record TaskView(String name, Map<String, Object> attributes, List<TaskDescription.Parameter> parameters) {

    static TaskView of(TaskDescription task) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        task.attributes().forEach((name, value) -> attributes.put(name.replace('-', '_'), value));
        return new TaskView(task.name(), attributes, task.parameters());
    }
}
