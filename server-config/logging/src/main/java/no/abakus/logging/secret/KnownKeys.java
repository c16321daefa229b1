package no.abakus.logging.secret;

/**
 * Remembers the meaning of the keys found in strings, because keys such as {@code port=} recur constantly. Each slot
 * holds the latest of its keys. Threads may overwrite each other's entries.
 */
final class KnownKeys {
    private static final int SLOTS = 512;

    private final Judged[] slots = new Judged[SLOTS];
    private final SecretKeys keys;

    KnownKeys(SecretKeys keys) {
        this.keys = keys;
    }

    KeyMeaning meaning(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Judged judged = slots[slot];
        if (judged == null || judged.key.length() != to - from || !Chars.has(text, from, to, judged.key)) {
            String key = text.subSequence(from, to).toString();
            judged = new Judged(key, keys.inText(key));
            slots[slot] = judged;
        }
        return judged.meaning;
    }

    private record Judged(String key, KeyMeaning meaning) {}
}
