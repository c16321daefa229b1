package no.abakus.sample.registrations;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The groups that a person is in, or that a pool is for.
 *
 * @param names the names of the groups, in the given order
 */
record Groups(Set<String> names) {

    private static final int MOST_CHARACTERS = 4000;
    private static final String SEPARATOR = "\n";

    Groups {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        for (String name : names) {
            if (name == null || name.isBlank() || name.contains(SEPARATOR)) {
                throw new IllegalArgumentException("a group's name must be one line and not empty");
            }
        }
        if (String.join(SEPARATOR, names).length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("the groups' names have more than " + MOST_CHARACTERS + " characters");
        }
    }

    /** Returns these groups; none for null. */
    static Groups of(Collection<String> names) {
        return new Groups(names == null ? Set.of() : new LinkedHashSet<>(names));
    }

    static Groups ofColumn(String text) {
        return text == null || text.isEmpty() ? of(null) : of(List.of(text.split(SEPARATOR, -1)));
    }

    String toColumn() {
        return String.join(SEPARATOR, names);
    }

    /** Returns whether any group is in both. */
    boolean overlap(Groups other) {
        return !Collections.disjoint(names, other.names);
    }
}
