package no.abakus.logging.process;

import no.abakus.logging.LogDraft;

/**
 * Selects events by name, by the beginning of their name ({@code health_*}), or by their logger and the loggers below
 * it ({@code logger:org.jboss.weld}).
 */
record EventPattern(String text) {
    private static final String LOGGER = "logger:";

    boolean matches(LogDraft draft) {
        if (text.startsWith(LOGGER)) {
            String prefix = text.substring(LOGGER.length());
            String logger = draft.logger();
            return logger != null && (logger.equals(prefix) || logger.startsWith(prefix + "."));
        }
        String event = draft.event();
        if (event == null) {
            return false;
        }
        return text.endsWith("*") ? event.startsWith(text.substring(0, text.length() - 1)) : event.equals(text);
    }
}
