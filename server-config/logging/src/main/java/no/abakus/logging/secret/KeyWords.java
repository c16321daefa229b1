package no.abakus.logging.secret;

import java.util.Locale;

/**
 * Splits keys into words. Words end at {@code _ - .} and other punctuation, at digits and before the capital letters of
 * camelCase.
 */
final class KeyWords {
    private KeyWords() {}

    /** Returns the words of a key: {@code _user_api_key_2_} for {@code userAPIKey2}. */
    static String of(String key) {
        StringBuilder words = new StringBuilder(key.length() + 8).append('_');
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                separate(words);
            } else {
                if (i > 0 && startsWord(key, i)) {
                    separate(words);
                }
                words.append(c);
            }
        }
        separate(words);
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String key, int i) {
        char before = key.charAt(i - 1);
        char c = key.charAt(i);
        boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
        boolean endOfAcronym = Character.isUpperCase(c)
                && Character.isUpperCase(before)
                && i + 1 < key.length()
                && Character.isLowerCase(key.charAt(i + 1));
        return hump || endOfAcronym || Character.isDigit(c) != Character.isDigit(before);
    }

    private static void separate(StringBuilder words) {
        if (words.charAt(words.length() - 1) != '_') {
            words.append('_');
        }
    }

    /** Returns the words without the last one: {@code _a_} for {@code _a_b_}. */
    static String withoutLast(String words) {
        int last = words.lastIndexOf('_', words.length() - 2);
        return last <= 0 ? "_" : words.substring(0, last + 1);
    }

    static String last(String words) {
        int last = words.lastIndexOf('_', words.length() - 2);
        return last < 0 || words.length() < 2 ? "" : words.substring(last + 1, words.length() - 1);
    }
}
