package no.abakus.logging.web;

import no.abakus.logging.LoggingSetting;

/**
 * What the filter is told by configuration.
 *
 * @param system what the lines call this application
 * @param version its release
 * @param environment where it runs
 * @param trustForwardedFor whether X-Forwarded-For comes from a proxy of one's own
 * @param requestEvents whether the start and the finish of a request are logged
 */
record WebSettings(
        String system, String version, String environment, boolean trustForwardedFor, boolean requestEvents) {
    static WebSettings configured() {
        return new WebSettings(
                LoggingSetting.SYSTEM.text(),
                LoggingSetting.VERSION.text(),
                LoggingSetting.ENVIRONMENT.text(),
                LoggingSetting.TRUST_FORWARDED_FOR.isOn(),
                LoggingSetting.REQUEST_EVENTS.isOn());
    }
}
