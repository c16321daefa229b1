package no.abakus.logging.secret;

import no.abakus.logging.secret.OwnForm.Part;

/** Reads the parts of an {@link OwnForm} in order. */
final class OwnFormReader {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String NEED_BACKSLASH = "[](){}|^$.*+?";

    private final String form;
    private int at;

    OwnFormReader(String form) {
        this.form = form;
    }

    boolean hasMore() {
        return at < form.length();
    }

    IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("'" + form + "' is not a pattern of a secret: " + why
                + ". A pattern consists of characters and of classes such as [0-9A-F], \\d and \\w."
                + " A quantifier such as +, *, ?, {8} or {8,40} may follow each of them");
    }

    Part next() {
        String accepted = accepted();
        if (!hasMore()) {
            return new Part(accepted, 1, 1);
        }
        return switch (form.charAt(at)) {
            case '?' -> counted(accepted, 0, 1);
            case '+' -> counted(accepted, 1, Part.UNBOUNDED);
            case '*' -> counted(accepted, 0, Part.UNBOUNDED);
            case '{' -> range(accepted);
            default -> new Part(accepted, 1, 1);
        };
    }

    private Part counted(String accepted, int least, int most) {
        at++;
        return new Part(accepted, least, most);
    }

    private Part range(String accepted) {
        int close = form.indexOf('}', at);
        if (close < 0) {
            throw wrong("{ is not closed");
        }
        String[] bounds = form.substring(at + 1, close).split(",", -1);
        at = close + 1;
        int least = number(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? Part.UNBOUNDED : number(bounds[1]);
        if (bounds.length > 2 || most < least || most == 0) {
            throw wrong("{ } takes one number, or a smaller and a larger one");
        }
        return new Part(accepted, least, most);
    }

    private int number(String text) {
        if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            throw wrong("'" + text + "' is not a number of up to four digits");
        }
        return Integer.parseInt(text);
    }

    private String accepted() {
        char c = form.charAt(at++);
        if (c == '[') {
            return characterClass();
        }
        if (c == '\\') {
            return escaped();
        }
        if (NEED_BACKSLASH.indexOf(c) >= 0) {
            throw wrong("'" + c + "' needs a backslash before it if the character itself is meant");
        }
        return String.valueOf(ascii(c));
    }

    private String escaped() {
        if (!hasMore()) {
            throw wrong("nothing follows the backslash at the end");
        }
        char c = form.charAt(at++);
        return switch (c) {
            case 'd' -> DIGITS;
            case 'w' -> LETTERS + DIGITS + "_";
            case 's' -> " ";
            default -> {
                if (Chars.isLetterOrDigit(c)) {
                    throw wrong("\\" + c + " is not known");
                }
                yield String.valueOf(ascii(c));
            }
        };
    }

    private String characterClass() {
        StringBuilder accepted = new StringBuilder();
        while (hasMore() && form.charAt(at) != ']') {
            char c = form.charAt(at++);
            if (c == '\\') {
                accepted.append(escaped());
            } else if (c == '^' && accepted.isEmpty()) {
                throw wrong("a class lists the characters that match; negation is not supported");
            } else if (at + 1 < form.length() && form.charAt(at) == '-' && form.charAt(at + 1) != ']') {
                char last = ascii(form.charAt(at + 1));
                for (char one = ascii(c); one <= last; one++) {
                    accepted.append(one);
                }
                at += 2;
            } else {
                accepted.append(ascii(c));
            }
        }
        if (!hasMore() || accepted.isEmpty()) {
            throw wrong("[ is not closed, or the class is empty");
        }
        at++;
        return accepted.toString();
    }

    private char ascii(char c) {
        if (!Chars.isAscii(c)) {
            throw wrong("'" + c + "' is not ASCII");
        }
        return c;
    }
}
