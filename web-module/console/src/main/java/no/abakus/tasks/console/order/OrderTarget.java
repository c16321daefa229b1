package no.abakus.tasks.console.order;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue, task or node for which the order in this request's body is meant. The path of {@code POST /control/pause}
 * does not name this target, unlike the path of {@code POST /queues/mail/pause}.
 */
@RequestScoped
public class OrderTarget {

    private static final Map<String, String> RESOURCES = Map.of("queue", "queues/", "task", "tasks/");
    private static final String NODES = "nodes";

    private String target;

    /** Records the target that these members of an order name. */
    public void of(Map<String, Object> members) {
        RESOURCES.forEach((member, resource) -> {
            if (members.get(member) instanceof String name) {
                target = resource + name;
            }
        });
        if (target == null && members.get(NODES) instanceof List<?> nodes && nodes.size() == 1) {
            target = "workers/" + nodes.get(0);
        }
    }

    /**
     * Returns the target as a path such as {@code queues/mail}; empty if the order names none, or names several nodes.
     */
    public Optional<String> get() {
        return Optional.ofNullable(target);
    }
}
