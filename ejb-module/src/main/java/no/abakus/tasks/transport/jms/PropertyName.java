package no.abakus.tasks.transport.jms;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Escapes context keys as JMS property names, which must be Java identifiers. Letters, digits and underscores stay.
 * Every other character becomes a dollar sign and four hexadecimal digits, so that the key can be restored.
 */
final class PropertyName {

    private static final int DIGITS = 4;
    private static final char ESCAPE = '$';

    /** Reserved words of JMS selectors, which cannot be property names. */
    private static final Set<String> RESERVED =
            Set.of("NULL", "TRUE", "FALSE", "NOT", "AND", "OR", "BETWEEN", "LIKE", "IN", "IS", "ESCAPE");

    private PropertyName() {}

    /** Whether a JMS client can set a property of this name. */
    static boolean isJms(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart)
                && !RESERVED.contains(name.toUpperCase(Locale.ROOT));
    }

    static String of(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (!isPlain(key.charAt(i))) {
                return WireFormat.CONTEXT_PREFIX + escape(key);
            }
        }
        return WireFormat.CONTEXT_PREFIX + key;
    }

    /**
     * Escapes the key as a name without a prefix. Such a name must not start with a digit, so a digit at the start is
     * escaped as well.
     */
    static String unprefixed(String key) {
        String escaped = escape(key);
        boolean digit = escaped.charAt(0) >= '0' && escaped.charAt(0) <= '9';
        return digit ? ESCAPE + HexFormat.of().toHexDigits(escaped.charAt(0)) + escaped.substring(1) : escaped;
    }

    private static String escape(String key) {
        StringBuilder name = new StringBuilder(key.length() + 16);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (isPlain(c)) {
                name.append(c);
            } else {
                name.append(ESCAPE).append(HexFormat.of().toHexDigits(c));
            }
        }
        return name.toString();
    }

    /** Restores the key from an escaped name without its prefix. A name that was not escaped stays unchanged. */
    static String key(String escaped) {
        if (escaped.indexOf(ESCAPE) < 0) {
            return escaped;
        }
        StringBuilder key = new StringBuilder(escaped.length());
        int i = 0;
        while (i < escaped.length()) {
            char c = escaped.charAt(i);
            if (c == ESCAPE && isHex(escaped, i + 1)) {
                key.append((char) HexFormat.fromHexDigits(escaped, i + 1, i + 1 + DIGITS));
                i += 1 + DIGITS;
            } else {
                key.append(c);
                i++;
            }
        }
        return key.toString();
    }

    private static boolean isHex(String text, int start) {
        if (start + DIGITS > text.length()) {
            return false;
        }
        for (int i = start; i < start + DIGITS; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
