package no.abakus.logging.json;

import java.util.Set;

/** A key as it appears in lines: its bytes, and how its values are written. */
final class Key {
    /** How the values of a key are written. */
    enum Kind {
        /** As they are, but with the secrets in them redacted. */
        PLAIN,
        /** Not at all; {@code [redacted]} stands in their place. */
        SECRET,
        /** Unchanged if they look like ids. */
        ID
    }

    private static final int LONGEST = 256;
    private static final Set<String> RESERVED = Set.of("event", "logger", "level", "timestamp", "exception");

    final String name;

    /** {@code "name":}. */
    final byte[] encoded;

    final Kind kind;

    /** One of 64 bits, to find out quickly that two sets of keys are disjoint. */
    final long bit;

    private Key(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
        this.bit = 1L << name.hashCode();
        LineBuffer out = new LineBuffer(name.length() + 16);
        out.limit(Integer.MAX_VALUE);
        Text.quoted(out, name);
        out.put(':');
        this.encoded = out.copy();
    }

    /**
     * Returns the key of a field at the top level of a line, where the encoder's own keys are reserved. So {@code
     * event} becomes {@code event_}.
     */
    static Key ofField(String given, Kind kind) {
        String name = legible(given);
        return new Key(RESERVED.contains(name) ? name + "_" : name, kind);
    }

    static Key nested(String given, Kind kind) {
        return new Key(legible(given), kind);
    }

    boolean isSecret() {
        return kind == Kind.SECRET;
    }

    Key renamed(String other) {
        return new Key(other, kind);
    }

    boolean is(Key other) {
        return this == other || (bit == other.bit && name.equals(other.name));
    }

    /** Returns the key as a reader of the line will see it, so that two keys that look the same count as the same. */
    private static String legible(String given) {
        String name = given.length() <= LONGEST ? given : given.substring(0, Text.cut(given, LONGEST)) + "…";
        if (Text.isWellFormed(name)) {
            return name;
        }
        StringBuilder whole = new StringBuilder(name.length());
        name.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
