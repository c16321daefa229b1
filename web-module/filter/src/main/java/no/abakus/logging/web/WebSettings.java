package no.abakus.logging.web;

import no.abakus.logging.LoggingSetting;

/**
 * The settings of the filter.
 *
 * @param system the name of this application in log lines
 * @param version the release of this application
 * @param environment the environment in which this application runs
 * @param trustForwardedFor whether X-Forwarded-For comes from your own proxy
 * @param requestEvents whether the start and the end of a request are logged
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
