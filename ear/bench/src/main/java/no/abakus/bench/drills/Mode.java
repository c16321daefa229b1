package no.abakus.bench.drills;

import java.util.Locale;

/** The ways in which a task can be acknowledged. For each way, a diagnostics task writes to the ledger. */
enum Mode {
    LATE("diagnostics.record", true),
    TRANSACTED("diagnostics.record_transacted", true),
    EARLY("diagnostics.record_early", false),
    ONCE("diagnostics.record_once", false);

    private final String task;
    private final boolean comesAgain;

    Mode(String task, boolean comesAgain) {
        this.task = task;
        this.comesAgain = comesAgain;
    }

    String task() {
        return task;
    }

    /** Returns whether a task that was running when its server died runs again. */
    boolean comesAgain() {
        return comesAgain;
    }

    /** Returns the key of a task, which is also its id. */
    String key(int number) {
        return prefix() + number;
    }

    /** Returns whether this is the key of a task of this mode. */
    boolean isOf(String key) {
        return key.startsWith(prefix());
    }

    /** Returns what the keys of this mode begin with. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + "-";
    }
}
