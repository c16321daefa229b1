package no.abakus.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects values while variants are measured in turn; not thread-safe. */
final class Samples {

    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<Key, List<Double>> values = new LinkedHashMap<>();

    void add(String metric, String variant, String unit, double value) {
        units.put(metric, unit);
        values.computeIfAbsent(new Key(metric, variant), key -> new ArrayList<>())
                .add(value);
    }

    /** Returns the metrics, in the order in which they were first measured. */
    List<String> metrics() {
        return List.copyOf(units.keySet());
    }

    Measurement measurement(String metric, String variant) {
        return new Measurement(
                metric, variant, units.get(metric), values.getOrDefault(new Key(metric, variant), List.of()));
    }

    private record Key(String metric, String variant) {}
}
