package no.abakus.bench.logs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The event that every encoder gets: a name, a context with some keys, two fields of its own, and optionally an
 * exception with 30 frames.
 */
final class ReferenceEvent {
    static final String LOGGER = "no.abakus.lego.events.Registrations";
    static final String NAME = "registration_success";
    static final String FIRST_KEY = "event_id";
    static final int FIRST_VALUE = 42;
    static final String SECOND_KEY = "pool";
    static final String SECOND_VALUE = "Abakusser";

    private static final int FRAMES = 30;
    private static final int CAUSE_FRAMES = 34;
    private static final int COMMON_FRAMES = 20;
    private static final int FIRST_LINE = 100;

    private ReferenceEvent() {}

    /** Returns a context with this many keys; a request binds six. */
    static Map<String, String> context(int keys) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("request_id", "0f1c4a52-7a3b-4c58-9b1e-2f6f0f6b8f11");
        all.put("user", "webkom");
        all.put("user_id", "4711");
        all.put("ip", "129.241.1.1");
        all.put("method", "POST");
        all.put("path", "/api/v1/events/42/registrations/");
        for (int i = all.size(); i < keys; i++) {
            all.put("further_key_" + i, "value number " + i);
        }
        Map<String, String> context = new LinkedHashMap<>();
        all.entrySet().stream().limit(keys).forEach(entry -> context.put(entry.getKey(), entry.getValue()));
        return context;
    }

    /** Returns the context and the event's own fields, for peers whose only fields are the strings of a context. */
    static Map<String, String> contextAndFields(int keys) {
        Map<String, String> all = context(keys);
        all.put(FIRST_KEY, String.valueOf(FIRST_VALUE));
        all.put(SECOND_KEY, SECOND_VALUE);
        return all;
    }

    /** Returns an exception with a cause, or null if none is wanted. The last 20 frames of the two are the same. */
    static Throwable exception(boolean wanted) {
        if (!wanted) {
            return null;
        }
        Throwable cause = traced(new IOException("connection reset by peer"), CAUSE_FRAMES, "no.abakus.lego.mail.Smtp");
        return traced(new IllegalStateException("could not send the \"registration\" mail", cause), FRAMES, LOGGER);
    }

    private static Throwable traced(Throwable thrown, int frames, String type) {
        StackTraceElement[] trace = new StackTraceElement[frames];
        for (int i = 0; i < frames; i++) {
            int left = frames - i;
            trace[i] = left <= COMMON_FRAMES
                    ? new StackTraceElement(
                            "org.jboss.as.ejb3.component.interceptors.Step" + left,
                            "processInvocation",
                            "Step" + left + ".java",
                            FIRST_LINE + left)
                    : new StackTraceElement(
                            type + left, "handle" + left, "Handler" + left + ".java", FIRST_LINE + left);
        }
        thrown.setStackTrace(trace);
        return thrown;
    }
}
