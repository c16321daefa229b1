package no.abakus.logging.secret;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides by a key's words whether the key names a secret, according to {@link SecretTable}. Immutable. */
public final class SecretKeys {
    private static final String DIGITS = "0123456789";

    /** The secret words, written as {@code _word_word_}, so that a plain search finds whole words only. */
    private final List<String> phrases;

    private final Set<String> open;

    private final KnownNames known = new KnownNames();

    private SecretKeys(List<String> phrases, Set<String> open) {
        this.phrases = phrases;
        this.open = open;
    }

    /** Returns the secret keys of the table. */
    public static SecretKeys standard() {
        return new SecretKeys(List.of(), Set.of()).and(SecretTable.WORDS).except(SecretTable.OPEN);
    }

    /** Returns a copy that also has these words, with their plurals, and with the forms without separators. */
    public SecretKeys and(Collection<String> names) {
        Set<String> more = new LinkedHashSet<>(phrases);
        for (String name : names) {
            String words = KeyWords.of(name);
            if (words.length() > 2) {
                String runTogether = "_" + words.replace("_", "") + "_";
                for (String form : List.of(words, runTogether)) {
                    more.add(form);
                    more.add(form.substring(0, form.length() - 1) + "s_");
                }
            }
        }
        return new SecretKeys(List.copyOf(more), open);
    }

    /** Returns a copy that does not match these keys. A key has to be equal to one of these names as a whole. */
    public SecretKeys except(Collection<String> names) {
        Set<String> more = new HashSet<>(open);
        names.forEach(name -> more.add(KeyWords.of(name)));
        return new SecretKeys(phrases, Set.copyOf(more));
    }

    /** Returns whether the value of a field or map entry with this key must be hidden. */
    public boolean matches(String key) {
        return known.isSecret(key, this::hasSecretWords);
    }

    private boolean hasSecretWords(String key) {
        String words = KeyWords.of(key);
        if (open.contains(words)) {
            return false;
        }
        for (String phrase : phrases) {
            if (words.contains(phrase)) {
                return true;
            }
        }
        return endsInSecret(words) || hasSecretEnd(words);
    }

    /** Returns the words that a secret key within a string may end with. The result may contain other words, too. */
    Collection<String> lastWords() {
        Set<String> words = new HashSet<>(phrases);
        words.addAll(SecretTable.LAST_WORDS);
        words.addAll(SecretTable.WORD_ENDS);
        words.addAll(SecretTable.TAILS);
        words.addAll(SecretTable.VALUES);
        words.add("code");
        return words;
    }

    /** Returns the meaning of a key before a value within a string. Only the key's last words count there. */
    KeyMeaning inText(String key) {
        String words = KeyWords.of(key);
        if (SecretTable.IDS.contains(inner(words))) {
            return KeyMeaning.ID;
        }
        if (open.contains(words)) {
            return KeyMeaning.PLAIN;
        }
        String head = words;
        for (String last = KeyWords.last(head); isTail(last); last = KeyWords.last(head)) {
            if (isSecretEnd(head)) {
                return meaning(head);
            }
            head = KeyWords.withoutLast(head);
        }
        return isSecretEnd(head) ? meaning(head) : besides(words);
    }

    /** Returns the meaning of a key that does not name a secret by itself, but may together with the text beside it. */
    private static KeyMeaning besides(String words) {
        if (SecretTable.VALUES.contains(KeyWords.last(words))) {
            return KeyMeaning.VALUE;
        }
        return words.equals("_code_") ? KeyMeaning.CODE : KeyMeaning.PLAIN;
    }

    private static boolean isTail(String word) {
        return !word.isEmpty() && (DIGITS.indexOf(word.charAt(0)) >= 0 || SecretTable.TAILS.contains(word));
    }

    private boolean isSecretEnd(String words) {
        for (String phrase : phrases) {
            if (words.endsWith(phrase)) {
                return true;
            }
        }
        return endsInSecret(words) || hasSecretEnd("_" + KeyWords.last(words) + "_");
    }

    private static KeyMeaning meaning(String words) {
        String last = KeyWords.last(words);
        return switch (last) {
            case "authorization", "authorisation" -> KeyMeaning.AUTHORIZATION;
            case "cookie" -> KeyMeaning.COOKIE;
            default -> SecretTable.IN_SENTENCES.contains(last) ? KeyMeaning.SENTENCE : KeyMeaning.SECRET;
        };
    }

    private static boolean endsInSecret(String words) {
        for (String last : SecretTable.LAST_WORDS) {
            if (words.endsWith("_" + last + "_")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSecretEnd(String words) {
        int from = 1;
        for (int to = words.indexOf('_', from); to > 0; to = words.indexOf('_', from)) {
            if (isCompound(words.substring(from, to))) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isCompound(String word) {
        for (String end : SecretTable.WORD_ENDS) {
            if (word.length() > end.length() && word.endsWith(end)) {
                return !SecretTable.ORDINARY.contains(word);
            }
        }
        return false;
    }

    private static String inner(String words) {
        return words.length() < 2 ? "" : words.substring(1, words.length() - 1);
    }
}
