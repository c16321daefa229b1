package no.abakus.tasks.operate;

/**
 * A search pattern, in which a star matches any characters. Case matters.
 *
 * @param text the pattern as it was given
 */
public record TextPattern(String text) {

    private static final String STAR = "\\*";

    /** Whether the pattern contains no star and therefore matches exactly one string. */
    public boolean isExact() {
        return text.indexOf('*') < 0;
    }

    /** Returns the parts between the stars; one part if there is no star. */
    public String[] parts() {
        return text.split(STAR, -1);
    }

    /**
     * Whether the pattern matches the whole value. Searches for the parts between stars one after the other and takes
     * the first occurrence of each, so the time is linear in the length of the value.
     */
    public boolean fits(String value) {
        String[] parts = parts();
        if (parts.length == 1) {
            return text.equals(value);
        }
        String last = parts[parts.length - 1];
        if (!value.startsWith(parts[0])
                || value.length() < parts[0].length() + last.length()
                || !value.endsWith(last)) {
            return false;
        }
        int from = parts[0].length();
        int end = value.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = value.indexOf(parts[i], from);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }

    /** Returns a pattern that matches this text anywhere in a value; returns this pattern if it contains a star. */
    public TextPattern anywhere() {
        return isExact() ? new TextPattern('*' + text + '*') : this;
    }
}
