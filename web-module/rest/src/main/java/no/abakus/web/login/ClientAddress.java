package no.abakus.web.login;

import no.abakus.logging.LoggingSetting;

/** The client's address, as log lines show it in {@code ip}. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * Returns the address that our own proxy saw, if the proxy is trusted; else the address of the connection.
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
