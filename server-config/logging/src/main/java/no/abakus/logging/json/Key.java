package no.abakus.logging.json;

import java.util.Set;

/** A key as it stands in lines: its bytes, and whether its values are secret. */
final class Key {
    private static final int LONGEST = 256;
    private static final Set<String> RESERVED = Set.of("event", "logger", "level", "timestamp", "exception");

    final String name;

    /** {@code "name":}. */
    final byte[] encoded;

    final boolean secret;

    /** One of 64 bits, for a quick answer that two sets of keys have nothing in common. */
    final long bit;

    private Key(String name, boolean secret) {
        this.name = name;
        this.secret = secret;
        this.bit = 1L << name.hashCode();
        LineBuffer out = new LineBuffer(name.length() + 16);
        out.limit(Integer.MAX_VALUE);
        Text.quoted(out, name);
        out.put(':');
        this.encoded = out.copy();
    }

    /** A key at the top of a line, where the encoder's own keys are taken: {@code event} becomes {@code event_}. */
    static Key ofField(String given, boolean secret) {
        String name = legible(given);
        return new Key(RESERVED.contains(name) ? name + "_" : name, secret);
    }

    static Key nested(String given, boolean secret) {
        return new Key(legible(given), secret);
    }

    Key renamed(String other) {
        return new Key(other, secret);
    }

    boolean is(Key other) {
        return this == other || (bit == other.bit && name.equals(other.name));
    }

    /** As it will be read back, so that two keys that would look the same are known to be the same. */
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
