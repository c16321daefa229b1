package no.abakus.logging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.regex.Pattern;

/**
 * The header {@code X-Forwarded-For}. Only its last address comes from our own proxy; the client may have made up all
 * addresses before it. Proxies extend the client's line or add a line of their own.
 */
public final class ForwardedFor {

    private static final String NAME = "X-Forwarded-For";
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private ForwardedFor() {}

    /** Returns the last address; null if it is missing or not an address. */
    public static String lastAddress(HttpServletRequest request) {
        String last = null;
        Enumeration<String> lines = request.getHeaders(NAME);
        while (lines != null && lines.hasMoreElements()) {
            last = lines.nextElement();
        }
        return lastAddress(last);
    }

    /** Returns the last address of a line of the header; null if it is missing or not an address. */
    public static String lastAddress(String line) {
        if (line == null) {
            return null;
        }
        String last = withoutPort(line.substring(line.lastIndexOf(',') + 1).strip());
        return ADDRESS.matcher(last).matches() ? last : null;
    }

    /** Removes the port, which some proxies also send, because the port differs for each connection. */
    private static String withoutPort(String address) {
        int colon = address.indexOf(':');
        boolean isPort = address.indexOf('.') >= 0 && colon > 0 && colon == address.lastIndexOf(':');
        return isPort ? address.substring(0, colon) : address;
    }
}
