package no.abakus.tasks.console.page;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Which sites may show the page in a frame. */
final class Embedding {

    /** The system property that names the sites. */
    static final String PROPERTY = "abakus.console.embedded-by";

    private static final String NOBODY = "'none'";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The value becomes a part of the policy, so nothing may end that part. */
    private static final Pattern SITE = Pattern.compile("'self'|https?://[A-Za-z0-9.*-]+(?::(?:[0-9]{1,5}|\\*))?");

    private Embedding() {}

    /**
     * Returns the sites as the policy's {@code frame-ancestors} takes them.
     *
     * @throws IllegalArgumentException if the property names something else
     */
    static String ancestors(UnaryOperator<String> properties) {
        String named = properties.apply(PROPERTY);
        if (named == null || named.isBlank()) {
            return NOBODY;
        }
        List<String> sites = BLANKS.splitAsStream(named.strip()).toList();
        for (String site : sites) {
            if (!SITE.matcher(site).matches()) {
                throw new IllegalArgumentException(PROPERTY + " names '" + site
                        + "', but takes sites such as https://portal.example.com, with blanks between them");
            }
        }
        return String.join(" ", sites);
    }
}
