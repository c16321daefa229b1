package no.abakus.logging.secret;

/** Recognizes one kind of secret in a string. Immutable and thread-safe. */
interface Rule {
    /** The ASCII characters that trigger the rule; {@code ' '} means every kind of blank. */
    String triggers();

    /**
     * Checks the text around a trigger.
     *
     * @param text the text
     * @param at the index of the trigger
     * @param floor characters before this index were already handled and must not be part of a span
     * @param end the end of the text for this rule
     * @return {@link Span#NOTHING}, or the result of another method of {@link Span}
     */
    long look(CharSequence text, int at, int floor, int end);
}
