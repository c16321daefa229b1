package no.abakus.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/** Detects requests that make JAX-RS implementations fail in various ways before our code sees them. */
public final class OddRequest {

    private static final ProblemType PATH = new ProblemType("bad-path", 400, "Invalid path or query");
    private static final ProblemType TYPE = new ProblemType("unsupported-media-type", 415, "Unsupported Media Type");
    private static final ProblemType ACCEPT = new ProblemType("not-acceptable", 406, "Not Acceptable");

    private static final int LONGEST_HEADER = 1_000;
    private static final String TOKEN = "[!#$&^_.+\\-0-9A-Za-z]++";
    private static final String PARAMETERS =
            "(?:\\s*+;\\s*+(?:" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*+\"))?+)*+\\s*+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    private static final Pattern QUALITY =
            Pattern.compile("(?i).*;\\s*+q=(?!(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*+(?:;|$)).*");
    private static final Pattern RANGE =
            Pattern.compile("(?:\\*/\\*|" + TOKEN + "/(?:\\*|" + TOKEN + "))" + PARAMETERS);

    private OddRequest() {}

    /** Returns the problem of the request; empty for an ordinary one. */
    public static Optional<Problem> in(HttpServletRequest request) {
        if (!isText(request.getRequestURI())) {
            return Optional.of(new Problem(PATH, "The path has a percent-encoding that is invalid or not UTF-8"));
        }
        String query = request.getQueryString();
        if (query != null && !isText(query)) {
            return Optional.of(new Problem(PATH, "The query has a percent-encoding that is invalid or not UTF-8"));
        }
        String type = request.getContentType();
        if (type != null && !isMediaType(type)) {
            return Optional.of(
                    new Problem(TYPE, "The body must be application/json, and the header Content-Type must say so"));
        }
        // A client may send the header several times, and all of them count.
        for (String accept : Collections.list(request.getHeaders("Accept"))) {
            if (!isAccept(accept)) {
                return Optional.of(
                        new Problem(ACCEPT, "The header Accept takes media types, such as application/json"));
            }
        }
        return Optional.empty();
    }

    private static boolean isMediaType(String type) {
        return type.length() <= LONGEST_HEADER
                && MEDIA_TYPE.matcher(type.strip()).matches();
    }

    private static boolean isAccept(String accept) {
        if (accept.length() > LONGEST_HEADER) {
            return false;
        }
        for (String range : accept.split(",", -1)) {
            String one = range.strip();
            if (one.isEmpty()) {
                continue;
            }
            if (!RANGE.matcher(one).matches() || QUALITY.matcher(one).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(String uri) {
        ByteBuffer octets = ByteBuffer.allocate(3 * uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char character = uri.charAt(i);
            if (character == '%') {
                if (i + 2 >= uri.length()) {
                    return false;
                }
                int high = Character.digit(uri.charAt(i + 1), 16);
                int low = Character.digit(uri.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return false;
                }
                octets.put((byte) (high << 4 | low));
                i += 2;
            } else if (character < 128) {
                octets.put((byte) character);
            } else {
                octets.put(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
