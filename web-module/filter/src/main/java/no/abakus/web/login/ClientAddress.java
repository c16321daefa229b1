package no.abakus.web.login;

import no.abakus.logging.LoggingSetting;

/** Where a request comes from, as log lines show it in {@code ip}. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * Returns the address that our own proxy saw, if it is trusted; else the connection's.
     *
     * @param forwarded the last address of X-Forwarded-For; null if there is none
     */
    static String of(String forwarded, String connection) {
        if (forwarded != null && LoggingSetting.TRUST_FORWARDED_FOR.isOn()) {
            return forwarded;
        }
        return connection == null ? "unknown" : connection;
    }
}
