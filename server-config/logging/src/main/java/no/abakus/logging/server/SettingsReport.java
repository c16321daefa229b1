package no.abakus.logging.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.LoggingSetting;

/**
 * The problems with the logging settings: values that cannot be read, and unknown keys. All problems are reported
 * together, once.
 */
final class SettingsReport {
    private static final String LOGGER = "no.abakus.logging";
    private static final String KEY_PREFIX = "abakus.logging.";

    private final AtomicReference<List<LogRecord>> problems;

    private SettingsReport(List<LogRecord> problems) {
        this.problems = new AtomicReference<>(problems);
    }

    static SettingsReport ofThisProcess() {
        return ofThisProcess(Map.of());
    }

    /** @param further more problems, by the key of the setting; only the code that uses a setting can find them */
    static SettingsReport ofThisProcess(Map<String, String> further) {
        List<LogRecord> problems = new ArrayList<>();
        new TreeMap<>(further).forEach((key, text) -> problems.add(problem("logging_setting_unreadable", key, text)));
        for (LoggingSetting setting : LoggingSetting.values()) {
            if (setting.problem() != null) {
                problems.add(problem("logging_setting_unreadable", setting.key(), setting.problem()));
            }
        }
        for (Map.Entry<String, LoggingSetting> unknown :
                unknown(System.getProperties().stringPropertyNames()).entrySet()) {
            problems.add(problem(
                    "logging_setting_unknown",
                    unknown.getKey(),
                    "there is no such setting, so this value has no effect; the nearest setting is "
                            + unknown.getValue().key()));
        }
        return new SettingsReport(problems);
    }

    /** Returns the problems to the first caller, and nothing to the others. */
    List<LogRecord> takeProblems() {
        return problems.get().isEmpty() ? List.of() : problems.getAndSet(List.of());
    }

    /** Returns the keys that look like logging settings but are not, each with the setting that was probably meant. */
    static Map<String, LoggingSetting> unknown(Collection<String> keys) {
        Map<String, LoggingSetting> unknown = new TreeMap<>();
        for (String key : keys) {
            if (key.startsWith(KEY_PREFIX)) {
                LoggingSetting nearest = nearest(key);
                if (!nearest.key().equals(key)) {
                    unknown.put(key, nearest);
                }
            }
        }
        return unknown;
    }

    private static LoggingSetting nearest(String key) {
        return List.of(LoggingSetting.values()).stream()
                .min(Comparator.comparingInt(setting -> distance(setting.key(), key)))
                .orElseThrow();
    }

    /** Returns the number of characters to add, remove or change to turn one key into the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static LogRecord problem(String event, String key, String text) {
        LogRecord record = new LogRecord(Level.WARNING, event);
        record.setLoggerName(LOGGER);
        LogContext fields = LogContext.empty().with("setting", key).with("problem", text);
        record.setParameters(new Object[] {LogEvent.captured(event, fields)});
        return record;
    }
}
