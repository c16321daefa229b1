package no.abakus.tasks.console.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the order in this request's body is given to. The path of {@code POST /control/pause} does not name it, as the
 * path of {@code POST /queues/mail/pause} does.
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

    /** The target, in the form of a path such as {@code queues/mail}; empty if there is none or more than one. */
    public Optional<String> get() {
        return Optional.ofNullable(target);
    }
}
