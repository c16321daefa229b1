package no.abakus.logging.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of secret values from the operator's settings, such as {@code ACME-[0-9A-F]{16,32}}. It consists of
 * characters and classes of characters, with quantifiers. Each part matches as much as it can, without backtracking,
 * and only the last part may be unbounded. So matching is fast on any string.
 */
public final class OwnForm implements Rule {
    private static final int MOST_CHARACTERS = 256;

    private final List<Part> parts;
    private final String triggers;

    private OwnForm(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.triggers = parts.get(0).accepted();
    }

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException if the string is not a pattern; the message says why, and what would be valid
     */
    public static OwnForm of(String text) {
        OwnFormReader reader = new OwnFormReader(text);
        List<Part> parts = new ArrayList<>();
        while (reader.hasMore()) {
            parts.add(reader.next());
        }
        int most = 0;
        for (Part part : parts.subList(0, Math.max(0, parts.size() - 1))) {
            if (part.most() == Part.UNBOUNDED) {
                throw reader.wrong("only the last part may lack an upper bound");
            }
            most += part.most();
        }
        if (parts.isEmpty() || parts.get(0).least() == 0 || most > MOST_CHARACTERS) {
            throw reader.wrong("its first part must occur at least once, and all parts but the last must match at most "
                    + MOST_CHARACTERS + " characters together");
        }
        Part last = parts.get(parts.size() - 1);
        if (last.least() > MOST_CHARACTERS) {
            throw reader.wrong("no part may require more than " + MOST_CHARACTERS + " characters");
        }
        return new OwnForm(parts);
    }

    @Override
    public String triggers() {
        return triggers;
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        int to = at;
        for (Part part : parts) {
            to = part.end(text, to, end);
            if (to < 0) {
                return Span.NOTHING;
            }
        }
        return Span.hide(at, to);
    }

    /**
     * A number of characters from a set of ASCII characters.
     *
     * @param accepted the characters
     * @param least the minimum number
     * @param most the maximum number
     */
    record Part(String accepted, int least, int most) {
        static final int UNBOUNDED = Integer.MAX_VALUE;

        int end(CharSequence text, int from, int textEnd) {
            int at = from;
            while (at < textEnd && at - from < most && accepted.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at - from < least ? -1 : at;
        }
    }
}
