package no.abakus.cli.text;

import com.fasterxml.jackson.databind.JsonNode;

/** Values as text for a terminal. */
public final class Plain {

    private Plain() {}

    /**
     * Replaces control characters with spaces, because a terminal obeys control characters, and anyone who can send a
     * task can put them into names and errors.
     */
    public static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHarmless(c) ? c : ' '));
        return plain.toString();
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** Returns several lines, each without control characters. */
    public static String lines(String text) {
        return String.join(
                "\n", text.lines().map(line -> text(line.replace("\t", "    "))).toList());
    }

    /** Returns a value as a cell of a table; a dash for an unknown value. */
    public static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        String said = value.isValueNode() ? value.asText() : value.toString();
        return said.isEmpty() ? "-" : text(said);
    }

    /** Returns a number of seconds with its unit; a dash for an unknown number. */
    public static String seconds(JsonNode value) {
        return value.isNumber() ? value.asText() + " s" : "-";
    }
}
