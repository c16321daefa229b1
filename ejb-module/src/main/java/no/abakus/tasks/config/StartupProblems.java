package no.abakus.tasks.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects problems at startup, so that all of them are reported together. Not thread-safe, because only the deploying
 * thread uses it.
 */
public final class StartupProblems {

    private final List<String> problems = new ArrayList<>();

    /** Adds a problem: where it is, what is wrong, and which values are valid. */
    public void add(String problem) {
        problems.add(problem);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<String> all() {
        return List.copyOf(problems);
    }

    /** All problems as one string. */
    public String report() {
        StringBuilder text = new StringBuilder("Abakus cannot start; ")
                .append(problems.size() == 1 ? "there is one problem:" : "there are " + problems.size() + " problems:");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
