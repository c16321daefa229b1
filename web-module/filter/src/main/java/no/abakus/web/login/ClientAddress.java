package no.abakus.web.login;

import no.abakus.logging.LoggingSetting;

/** Where a request comes from: as log lines say it in {@code ip}. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * What our own proxy saw, where that is trusted; else the connection's.
     *
     * @param forwarded the last address of X-Forwarded-For; null where there is none
     */
    static String of(String forwarded, String connection) {
        if (forwarded != null && LoggingSetting.TRUST_FORWARDED_FOR.isOn()) {
            return forwarded;
        }
        return connection == null ? "unknown" : connection;
    }
}
