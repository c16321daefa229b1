package no.abakus.tasks.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.RouteRule;

/** The configured routes. A route for a task's own name comes first, then the patterns in their order. Thread-safe. */
final class RouteTable {

    /** A matching route, and its pattern in configuration. */
    record Match(TaskPattern pattern, TaskOptions options) {}

    /**
     * The maximum number of cached names. An application sends tasks of only a few names, but callers and links can
     * name any number of other tasks.
     */
    private static final int MOST_FOUND = 1_000;

    private final Map<String, Match> exact = new HashMap<>();
    private final List<Match> patterns = new ArrayList<>();
    private final Map<String, Optional<Match>> found = new ConcurrentHashMap<>();

    /** Creates a table of these rules. Reports invalid rules as problems and leaves them out. */
    RouteTable(List<RouteRule> rules, Consumer<String> problems) {
        for (RouteRule rule : rules) {
            try {
                add(new Match(TaskPattern.of(rule.tasks()), RouteOption.parse(rule.options())));
            } catch (IllegalArgumentException e) {
                problems.accept("The route of '" + rule.tasks() + "' (abakus.tasks.routing.routes) cannot be read: "
                        + e.getMessage() + ".");
            }
        }
    }

    private void add(Match match) {
        if (match.pattern().exact()) {
            exact.putIfAbsent(match.pattern().written(), match);
        } else {
            patterns.add(match);
        }
    }

    boolean isEmpty() {
        return exact.isEmpty() && patterns.isEmpty();
    }

    /** Returns all routes, for checking them. */
    List<Match> all() {
        List<Match> all = new ArrayList<>(exact.values());
        all.addAll(patterns);
        return all;
    }

    /**
     * Returns the route of the task with this name. The results for the first {@value #MOST_FOUND} names are cached.
     */
    Optional<Match> of(String task) {
        Optional<Match> known = found.get(task);
        if (known != null) {
            return known;
        }
        Optional<Match> searched = search(task);
        if (found.size() < MOST_FOUND) {
            found.put(task, searched);
        }
        return searched;
    }

    int cached() {
        return found.size();
    }

    private Optional<Match> search(String task) {
        Match own = exact.get(task);
        return own != null
                ? Optional.of(own)
                : patterns.stream()
                        .filter(match -> match.pattern().matches(task))
                        .findFirst();
    }
}
