package no.abakus.logging.secret;

import java.util.List;

/**
 * Passwords in SQL: {@code ALTER USER a PASSWORD 'x'}, {@code SET PASSWORD FOR a = 'x'}, {@code CREATE USER a
 * IDENTIFIED BY x}.
 */
final class SqlPasswords implements Rule {
    private static final List<String> COMMANDS = List.of("create ", "alter ", "grant ");
    private static final int FARTHEST = 64;
    private static final int LONGEST_PLUGIN = 40;
    private static final int MOST_BLANKS = 3;

    private final KnownKeys keys;

    SqlPasswords(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public String triggers() {
        return "' ";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        if (text.charAt(at) != '\'') {
            return followsIdentifiedBy(text, at) ? value(text, identified(text, at, end), end) : Span.NOTHING;
        }
        return followsKey(text, at, floor) || followsSetPassword(text, at) ? value(text, at, end) : Span.NOTHING;
    }

    /** Returns whether {@code IDENTIFIED BY} ends here, as a part of a command and not of a sentence. */
    static boolean followsIdentifiedBy(CharSequence text, int at) {
        int by = at - 2;
        if (by < 1 || !Chars.hasWord(text, by, at, "by") || !Chars.isBlank(text.charAt(by - 1))) {
            return false;
        }
        int to = blanksStart(text, by);
        int plugin = wordStart(text, to);
        int with = blanksStart(text, plugin);
        to = with < plugin && Chars.hasWord(text, with - 4, with, "with") ? blanksStart(text, with - 4) : to;
        int from = to - "identified".length();
        return Chars.hasWord(text, from, to, "identified") && (text.charAt(from) == 'I' || hasCommand(text, from));
    }

    /**
     * Returns where the value after {@code IDENTIFIED BY} begins. If the value is a hash, one more word comes before
     * it.
     */
    private static int identified(CharSequence text, int at, int end) {
        int start = Chars.skipBlanks(text, at, end);
        boolean hash = Chars.hasWord(text, start, end, "password ") || Chars.hasWord(text, start, end, "values ");
        return hash ? Chars.skipBlanks(text, Chars.runEnd(text, start, end), end) : start;
    }

    /** Returns whether a value may begin at this quote because of what is before it. */
    static boolean mayFollow(String text, int at, KeyEnds keys) {
        char before = at > 0 ? text.charAt(at - 1) : '\'';
        int to = before == '(' ? at - 1 : at;
        int equals = blanksStart(text, at) - 1;
        return (equals >= 0 && text.charAt(equals) == '=')
                || ((before == '(' || Chars.isBlank(before)) && keys.areBefore(text, to));
    }

    private boolean followsKey(CharSequence text, int at, int floor) {
        char before = at > floor ? text.charAt(at - 1) : '\'';
        if (before != '(' && !Chars.isBlank(before)) {
            return false;
        }
        long key = KeyBefore.find(text, before == '(' ? at - 1 : at, floor);
        // A name in quotes is one of a list of names: 'password' 'user'.
        boolean bare = key != Span.NOTHING && !Chars.isQuote(text.charAt(Span.to(key)));
        return bare && keys.meaning(text, Span.from(key), Span.to(key)) == KeyMeaning.SECRET;
    }

    private static boolean followsSetPassword(CharSequence text, int at) {
        int equals = blanksStart(text, at) - 1;
        if (equals < 0 || text.charAt(equals) != '=') {
            return false;
        }
        int first = Math.max(0, equals - FARTHEST);
        for (int i = equals - 1; i >= first; i--) {
            if (Chars.hasWord(text, i, equals, "password for ")) {
                return true;
            }
        }
        return false;
    }

    private static long value(CharSequence text, int start, int end) {
        char quote = start < end ? text.charAt(start) : ' ';
        if (!Chars.isQuote(quote)) {
            int to = Values.unquoted(text, start, end);
            return to == start ? Span.NOTHING : Span.hide(start, to);
        }
        int to = start + 1;
        // A doubled quote is part of the value.
        while (to < end && (text.charAt(to) != quote || (to + 1 < end && text.charAt(to + 1) == quote))) {
            to += text.charAt(to) == quote ? 2 : 1;
        }
        to = Math.min(to, end);
        return to == start + 1 ? Span.NOTHING : Span.hide(start + 1, to);
    }

    private static boolean hasCommand(CharSequence text, int to) {
        int first = Math.max(0, to - FARTHEST);
        for (int i = to - 1; i >= first; i--) {
            for (String command : COMMANDS) {
                if (Chars.hasWord(text, i, to, command)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int blanksStart(CharSequence text, int to) {
        int at = to;
        while (at > 0 && to - at < MOST_BLANKS && Chars.isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordStart(CharSequence text, int to) {
        int at = to;
        while (at > 0 && to - at < LONGEST_PLUGIN && !Chars.isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
