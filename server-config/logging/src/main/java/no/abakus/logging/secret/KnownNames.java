package no.abakus.logging.secret;

import java.util.function.Predicate;

/**
 * Remembers which keys of fields name a secret, because the same keys recur constantly, and a comparison with the whole
 * table takes longer than most other work on a value. Each slot holds the latest of its keys. Threads may overwrite
 * each other's entries.
 */
final class KnownNames {
    private static final int SLOTS = 512;

    /** Longer keys are compared each time, so that keys from outside take little memory. */
    private static final int LONGEST = 128;

    private final Judged[] slots = new Judged[SLOTS];

    /** Returns whether the key names a secret. Asks the judge only if the key is not in its slot. */
    boolean isSecret(String key, Predicate<String> judge) {
        if (key.length() > LONGEST) {
            return judge.test(key);
        }
        int hash = key.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Judged judged = slots[slot];
        if (judged == null || !judged.key.equals(key)) {
            judged = new Judged(key, judge.test(key));
            slots[slot] = judged;
        }
        return judged.isSecret;
    }

    private record Judged(String key, boolean isSecret) {}
}
