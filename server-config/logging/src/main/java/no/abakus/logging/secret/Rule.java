package no.abakus.logging.secret;

/** Recognises one kind of secret in texts. Immutable and thread-safe. */
interface Rule {
    /** The ASCII characters that trigger the rule; {@code ' '} means every kind of blank. */
    String triggers();

    /**
     * Looks around a trigger.
     *
     * @param text the text
     * @param at where the trigger is
     * @param floor characters before this index were already dealt with and must not be part of a span
     * @param end where the text ends, as far as the rule is concerned
     * @return {@link Span#NOTHING}, or what one of the other methods of {@link Span} returns
     */
    long look(CharSequence text, int at, int floor, int end);
}
