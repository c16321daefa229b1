package no.abakus.logging.secret;

import java.util.Collection;

/** The last three letters of all secret keys. Few other keys end in them, so few other keys need a full check. */
final class KeyEnds {
    private static final int LETTERS = 32;
    private static final int MOST_BLANKS = 3;
    private static final int LONGEST = 64;

    private final boolean[] ends = new boolean[LETTERS * LETTERS * LETTERS];
    private final KnownKeys known;
    private boolean any;

    /**
     * @param words each may have {@code _} around and within it
     * @param known checks the few keys that end in such letters
     */
    KeyEnds(Collection<String> words, KnownKeys known) {
        this.known = known;
        for (String word : words) {
            String bare = word.replaceAll("_+$", "");
            int first = bare.lastIndexOf('_') + 1;
            String last = bare.substring(Math.max(first, bare.length() - 3));
            add(last);
        }
    }

    private void add(String last) {
        if (last.isEmpty() || !last.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            any = true;
            return;
        }
        int one = last.charAt(last.length() - 1) - 'a' + 1;
        for (int two = 0; two < LETTERS; two++) {
            for (int three = 0; three < LETTERS; three++) {
                boolean same = (last.length() < 2 || last.charAt(last.length() - 2) - 'a' + 1 == two)
                        && (last.length() < 3 || last.charAt(0) - 'a' + 1 == three);
                ends[(three * LETTERS + two) * LETTERS + one] |= same;
            }
        }
    }

    /** Returns whether there is a key that may be secret before this {@code =} or {@code :}. */
    boolean areBefore(String text, int at) {
        if (!maybeBefore(text, at)) {
            return false;
        }
        long key = KeyBefore.find(text, at, 0);
        return key != Span.NOTHING
                && known.meaning(text, Span.from(key), Span.to(key)).mayBeSecret();
    }

    private boolean maybeBefore(String text, int at) {
        int i = at - 1;
        while (i >= 0 && at - i <= MOST_BLANKS && Chars.isBlank(text.charAt(i))) {
            i--;
        }
        i -= i >= 0 && text.charAt(i) == ']' ? 1 : 0;
        i -= i >= 0 && Chars.isQuote(text.charAt(i)) ? 1 : EscapedQuote.lengthBefore(text, i + 1, 0);
        int stop = Math.max(-1, i - LONGEST);
        // A key may end in an index or a number, as in password[0] and "password 2".
        while (i > stop && isBetweenWords(text.charAt(i))) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int one = letter(text.charAt(i));
        if (one == 0) {
            return !Chars.isAscii(text.charAt(i));
        }
        int two = i > 0 ? letter(text.charAt(i - 1)) : 0;
        int three = i > 1 && two > 0 ? letter(text.charAt(i - 2)) : 0;
        return any || ends[(three * LETTERS + two) * LETTERS + one];
    }

    private static boolean isBetweenWords(char c) {
        return Chars.isDigit(c) || "\\_-. [".indexOf(c) >= 0;
    }

    private static int letter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z' && c < 128 ? lower - 'a' + 1 : 0;
    }
}
