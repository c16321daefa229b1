package no.abakus.tasks.history;

import no.abakus.tasks.config.HistoryConfig.Kept;

/**
 * Which ended executions this node keeps now. If the configuration does not say, a console decides this when it starts.
 * Thread-safe.
 */
final class KeptEnds {

    private final Kept configured;
    private volatile boolean isWanted;

    KeptEnds(Kept configured) {
        this.configured = configured;
    }

    void unlessConfigured(boolean keeps) {
        isWanted = keeps;
    }

    private Kept now() {
        if (configured != Kept.AUTO) {
            return configured;
        }
        return isWanted ? Kept.ALL : Kept.OFF;
    }

    boolean areNone() {
        return now() == Kept.OFF;
    }

    boolean includeSuccesses() {
        return now() == Kept.ALL;
    }
}
