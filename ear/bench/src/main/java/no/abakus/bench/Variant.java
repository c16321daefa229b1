package no.abakus.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * The conditions under which each {@link Way} of sending and running a task is measured.
 *
 * @param keys how many keys the caller's log context has
 * @param lines whether log lines are written when a task is sent and run
 */
record Variant(int keys, boolean lines) {

    static final List<Integer> KEYS = List.of(0, 6, 20);

    static List<Variant> all() {
        return KEYS.stream()
                .flatMap(keys -> Stream.of(new Variant(keys, true), new Variant(keys, false)))
                .toList();
    }

    @Override
    public String toString() {
        return keys + " keys, lines " + (lines ? "on" : "off");
    }

    /** Returns the name of a figure: the way, followed by this variant. */
    String of(Way way) {
        return way.parameter() + ", " + this;
    }
}
