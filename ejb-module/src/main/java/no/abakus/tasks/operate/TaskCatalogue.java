package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;

/**
 * The tasks that this application knows. Inject it into any bean. Thread-safe. Celery: {@code app.tasks}.
 *
 * <pre>{@code
 * @Inject TaskCatalogue catalogue;
 *
 * catalogue.find("mail.send").map(task -> task.attributes().get("max-retries"));
 * }</pre>
 */
public interface TaskCatalogue {

    /** Returns all tasks, ordered by name. */
    List<TaskDescription> all();

    /** Returns the task with this name; empty if this application does not know it. */
    Optional<TaskDescription> find(String name);
}
