package no.abakus.sample.registrations;

/** Checks that strings from clients fit into their columns. */
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
            throw new IllegalArgumentException(name + " contains a NUL, which databases cannot store");
        }
        return value;
    }
}
