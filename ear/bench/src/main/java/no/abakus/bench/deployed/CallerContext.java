package no.abakus.bench.deployed;

import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/** A log context like that of a web request, with up to twenty keys. */
final class CallerContext {

    private static final Map<String, Object> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("request_id", "7d8a3c52-1f0e-4c39-9c5e-2b8f1f6a9d10");
        KEYS.put("current_user", "webkom");
        KEYS.put("request_method", "POST");
        KEYS.put("request_path", "/registrations/api/events/4711/registrations");
        KEYS.put("ip", "192.0.2.17");
        KEYS.put("system", "lego");
        KEYS.put("version", "2026.11.3");
        KEYS.put("environment", "production");
        KEYS.put("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        KEYS.put("span_id", "00f067aa0ba902b7");
        KEYS.put("event_id", 4711);
        KEYS.put("pool", "Abakusmedlem");
        KEYS.put("tenant", "abakus");
        KEYS.put("session_age_s", 1312L);
        KEYS.put("admin", false);
        KEYS.put("feature_flags", "new_waiting_list,late_penalty");
        KEYS.put("client", "lego-webapp/5.12.0");
        KEYS.put("locale", "nb-NO");
        KEYS.put("load_factor", 0.73);
        KEYS.put("deployment", "lego-7c9f6bd5b4-x2x9z");
    }

    private CallerContext() {}

    /** Returns this many of the first entries, in their order. */
    static Map<String, Object> first(int keys) {
        Map<String, Object> some = new LinkedHashMap<>();
        KEYS.entrySet().stream().limit(keys).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return some;
    }

    /**
     * Binds this many of the first entries to the calling thread. They replace the entries of the request that triggers
     * the measurement.
     */
    static LogScope open(int keys) {
        return LogContext.replace(LogContext.of(first(keys)));
    }
}
