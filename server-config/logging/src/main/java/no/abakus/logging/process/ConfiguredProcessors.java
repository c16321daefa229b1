package no.abakus.logging.process;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import no.abakus.logging.LogProcessor;
import no.abakus.logging.LoggingSetting;

/** The chain of processors from the settings, and the problems with those settings. */
public final class ConfiguredProcessors {
    private static final int MOST_FAILURES = 20;

    private final List<LogProcessor> processors = new ArrayList<>();
    private final Map<String, String> problems = new java.util.LinkedHashMap<>();

    private ConfiguredProcessors() {}

    /** Reads the settings. A setting that cannot be read is reported as a problem, and its processor is left out. */
    public static ConfiguredProcessors read() {
        ConfiguredProcessors read = new ConfiguredProcessors();
        for (String name : LoggingSetting.PROCESSORS.list()) {
            switch (name) {
                case "drop" -> read.of(LoggingSetting.DROP, DropEvents::new);
                case "sample" ->
                    read.of(
                            LoggingSetting.SAMPLE,
                            list -> new SampleEvents(
                                    list, () -> ThreadLocalRandom.current().nextDouble()));
                case "rate-limit" -> read.of(LoggingSetting.RATE_LIMIT, list -> new LimitRate(list, System::nanoTime));
                case "call-site" -> read.when(LoggingSetting.CALL_SITE.isOn(), CallSite::new);
                case "static" -> read.of(LoggingSetting.STATIC_FIELDS, StaticFields::new);
                case "rename" -> read.of(LoggingSetting.RENAME, RenameFields::new);
                case "services" -> read.services();
                default ->
                    read.problems.put(
                            LoggingSetting.PROCESSORS.key(),
                            "'" + name + "' is not a processor; the processors are "
                                    + LoggingSetting.PROCESSORS.defaultValue());
            }
        }
        return read;
    }

    /** Returns the processors in order. */
    public List<LogProcessor> processors() {
        return List.copyOf(processors);
    }

    /** Returns the problems by the key of the setting. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    private void of(LoggingSetting setting, Function<List<String>, LogProcessor> make) {
        List<String> list = setting.list();
        if (!list.isEmpty()) {
            try {
                processors.add(make.apply(list));
            } catch (IllegalArgumentException unreadable) {
                problems.put(setting.key(), unreadable.getMessage() + "; the setting is ignored");
            }
        }
    }

    private void when(boolean wanted, Supplier<LogProcessor> make) {
        if (wanted) {
            processors.add(make.get());
        }
    }

    /**
     * Adds the processors that the {@link ServiceLoader} finds. A processor that cannot be loaded does not affect the
     * others.
     */
    private void services() {
        Iterator<LogProcessor> found = ServiceLoader.load(LogProcessor.class, LogProcessor.class.getClassLoader())
                .iterator();
        boolean more = true;
        int failures = 0;
        while (more) {
            try {
                more = found.hasNext();
                if (more) {
                    processors.add(found.next());
                }
            } catch (ServiceConfigurationError broken) {
                problems.merge(
                        LoggingSetting.PROCESSORS.key(),
                        "a processor cannot be loaded: " + broken.getMessage(),
                        (first, next) -> first + "; " + next);
                more = ++failures < MOST_FAILURES;
            }
        }
    }
}
