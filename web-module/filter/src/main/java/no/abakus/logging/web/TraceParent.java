package no.abakus.logging.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The caller's place in a distributed trace, from the header {@code traceparent} of W3C Trace Context.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
record TraceParent(String traceId, String spanId) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
    private static final Pattern ZEROS = Pattern.compile("0+");

    /** Returns the header's content; null if it is absent or invalid. The standard says to ignore invalid headers. */
    static TraceParent parse(String header) {
        if (header == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches() || matcher.group(1).equals("ff")) {
            return null;
        }
        boolean extended = matcher.group(4) != null;
        boolean firstVersion = matcher.group(1).equals("00");
        String trace = matcher.group(2);
        String span = matcher.group(3);
        if ((extended && firstVersion)
                || ZEROS.matcher(trace).matches()
                || ZEROS.matcher(span).matches()) {
            return null;
        }
        return new TraceParent(trace, span);
    }
}
