package no.abakus.logging.process;

import no.abakus.logging.LogDraft;

/**
 * Which events are meant: those of a name, or of all names with a beginning ({@code health_*}), or of a logger and those below it
 * ({@code logger:org.jboss.weld}).
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
