package no.abakus.tasks.operate;

import java.util.ArrayList;
import java.util.List;

/** Splits a query into terms, and each term into a name, a sign and values. Not thread-safe. */
final class QueryScanner {

    /**
     * A value of a term.
     *
     * @param text the value, without its quotation marks
     * @param position where it begins in the query
     */
    record Value(String text, int position) {}

    private final String text;
    private int at;
    private int start;
    private int nameStart;
    private String name = "";
    private char sign;

    QueryScanner(String text) {
        if (text.length() > HistoryQuery.LONGEST) {
            throw new InvalidQueryException(
                    HistoryQuery.LONGEST,
                    "q has " + text.length() + " characters, but may have at most " + HistoryQuery.LONGEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw new InvalidQueryException(text.indexOf('\0'), "q contains NUL, which no value can contain");
        }
        this.text = text;
    }

    /** Reads the next term up to its sign; returns false if there are no more terms. */
    boolean next() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        start = at;
        nameStart = isNot() ? start + 1 : start;
        at = nameStart;
        while (at < text.length() && ":<> \"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        name = text.substring(nameStart, at);
        sign = ' ';
        if (at < text.length() && ":<>".indexOf(text.charAt(at)) >= 0) {
            sign = text.charAt(at);
            at++;
        }
        return true;
    }

    /** Where the term begins. */
    int start() {
        return start;
    }

    /** Whether the term begins with a minus. */
    boolean isNot() {
        return text.charAt(start) == '-';
    }

    /** The term's name, without the minus. */
    String name() {
        return name;
    }

    int nameStart() {
        return nameStart;
    }

    /** The sign after the name; a space if there is none. */
    char sign() {
        return sign;
    }

    /**
     * Reads the comma-separated values up to the next space. A value in quotation marks may contain spaces and commas.
     */
    List<Value> values() {
        List<Value> values = new ArrayList<>();
        do {
            values.add(value());
        } while (at < text.length() && text.charAt(at++) == ',');
        return values;
    }

    /** Reads one value. */
    Value value() {
        int first = at;
        if (at < text.length() && text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new InvalidQueryException(first, "The quotation mark at position " + first + " is not closed");
            }
            at = end + 1;
            if (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
                throw new InvalidQueryException(at, "A space or a comma is missing at position " + at);
            }
            return checked(text.substring(first + 1, end), first);
        }
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
            at++;
        }
        return checked(text.substring(first, at), first);
    }

    private static Value checked(String value, int position) {
        if (value.isEmpty()) {
            throw new InvalidQueryException(position, "A value is missing at position " + position);
        }
        return new Value(value, position);
    }
}
