package no.abakus.sample.registrations;

/** Checks texts that clients send against the columns they go to. */
final class Bounded {

    private static final int MOST_CHARACTERS = 200;

    private Bounded() {}

    static String text(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing or empty");
        }
        if (value.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(name + " has more than " + MOST_CHARACTERS + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " holds a NUL, which databases do not keep");
        }
        return value;
    }
}
