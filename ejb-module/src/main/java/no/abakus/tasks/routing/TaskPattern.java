package no.abakus.tasks.routing;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The tasks that a route applies to: an exact name, a glob with {@code *} and {@code ?}, or a regular expression. */
record TaskPattern(String written, boolean exact, Pattern pattern) {

    /**
     * Parses a pattern as written in configuration.
     *
     * @throws IllegalArgumentException if it is not valid
     */
    static TaskPattern of(String written) {
        if (written.length() > 1 && written.startsWith("/") && written.endsWith("/")) {
            return new TaskPattern(written, false, regex(written.substring(1, written.length() - 1)));
        }
        boolean exact = written.indexOf('*') < 0 && written.indexOf('?') < 0;
        return new TaskPattern(written, exact, glob(written));
    }

    private static Pattern regex(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression: " + e.getDescription(), e);
        }
    }

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    /** Whether the pattern matches the whole name. */
    boolean matches(String task) {
        return pattern.matcher(task).matches();
    }

    @Override
    public String toString() {
        return written;
    }
}
