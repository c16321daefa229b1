package no.abakus.tasks.opentelemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a run belongs to the trace of its send. */
enum Relation {

    /** The run is in the sender's trace, below the send. */
    PARENT,

    /** The run starts a trace of its own, with a link to the send. This keeps traces short if tasks run much later. */
    LINK;

    /**
     * The key of the setting. It is not below {@code abakus.tasks}, because the task system refuses unknown keys there.
     */
    static final String KEY = "abakus.opentelemetry.relation";

    static Relation of(Optional<String> setting) {
        return setting.map(text -> Arrays.stream(values())
                        .filter(one -> one.name().equals(text.trim().toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                KEY + " is '" + text + "'; use parent (the default) or link")))
                .orElse(PARENT);
    }
}
