package no.abakus.web.login;

import java.util.regex.Pattern;
import no.abakus.logging.LoggingSetting;

/** Where a request comes from: as log lines say it in {@code ip}. */
final class ClientAddress {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private ClientAddress() {}

    /** The last address of X-Forwarded-For where that is trusted, which our own proxy saw; else the connection's. */
    static String of(String forwarded, String connection) {
        if (forwarded != null && LoggingSetting.TRUST_FORWARDED_FOR.isOn()) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (ADDRESS.matcher(last).matches()) {
                return last;
            }
        }
        return connection == null ? "unknown" : connection;
    }
}
