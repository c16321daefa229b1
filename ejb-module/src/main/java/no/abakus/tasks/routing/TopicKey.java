package no.abakus.tasks.routing;

/**
 * AMQP's topic patterns: words between dots, {@code *} for any one word, {@code #} for any number of words, including
 * none.
 */
final class TopicKey {

    private TopicKey() {}

    static boolean matches(String pattern, String key) {
        // An empty key has no words, but split would return one.
        String[] words = key.isEmpty() ? new String[0] : key.split("\\.", -1);
        return matches(pattern.split("\\.", -1), words);
    }

    /**
     * Tracks, for each number of words, whether the pattern so far matches that many words of the key. This avoids an
     * exponential search.
     */
    private static boolean matches(String[] pattern, String[] words) {
        boolean[] reached = new boolean[words.length + 1];
        reached[0] = true;
        for (String part : pattern) {
            boolean[] next = new boolean[words.length + 1];
            boolean many = part.equals("#");
            for (int i = 0; i <= words.length; i++) {
                if (many) {
                    next[i] = reached[i] || (i > 0 && next[i - 1]);
                } else {
                    next[i] = i > 0 && reached[i - 1] && (part.equals("*") || part.equals(words[i - 1]));
                }
            }
            reached = next;
        }
        return reached[words.length];
    }
}
