package no.abakus.logging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides by its words whether a key names a secret. */
final class SecretKeys {
    private static final List<String> STANDARD = List.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "passord",
            "secret",
            "token",
            "jwt",
            "authorization",
            "cookie",
            "api_key",
            "access_key",
            "private_key",
            "secret_key",
            "signing_key",
            "credential",
            "session_id",
            "jsessionid",
            "ssn",
            "fodselsnummer",
            "fødselsnummer",
            "personnummer",
            "card_number",
            "cvv",
            "cvc",
            "otp");

    /** Each as {@code _word_word_}, so that a plain search finds whole words only. */
    private final List<String> phrases;

    private final Set<String> open;

    private SecretKeys(List<String> phrases, Set<String> open) {
        this.phrases = phrases;
        this.open = open;
    }

    static SecretKeys standard() {
        return new SecretKeys(List.of(), Set.of()).and(STANDARD);
    }

    SecretKeys and(Collection<String> names) {
        List<String> more = new ArrayList<>(phrases);
        for (String name : names) {
            String words = words(name);
            if (words.length() > 2) {
                String runTogether = "_" + words.replace("_", "") + "_";
                for (String form : new HashSet<>(List.of(words, runTogether))) {
                    more.add(form);
                    more.add(form.substring(0, form.length() - 1) + "s_");
                }
            }
        }
        return new SecretKeys(List.copyOf(more), open);
    }

    SecretKeys except(Collection<String> names) {
        Set<String> more = new HashSet<>(open);
        names.forEach(name -> more.add(words(name)));
        return new SecretKeys(phrases, Set.copyOf(more));
    }

    boolean matches(String key) {
        String words = words(key);
        if (open.contains(words)) {
            return false;
        }
        for (String phrase : phrases) {
            if (words.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** {@code userAPIKey2} becomes {@code _user_api_key_2_}. */
    private static String words(String key) {
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
}
