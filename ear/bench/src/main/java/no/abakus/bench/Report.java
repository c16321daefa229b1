package no.abakus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a benchmark: the circumstances, the figures, and how they compare to their targets. */
public final class Report {

    private final String name;
    private final Map<String, Object> circumstances = new LinkedHashMap<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Measurement> alone = new ArrayList<>();
    private final List<Bounded> bounded = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    Report(String name) {
        this.name = name;
    }

    /** Adds something that a reader must know about the machine or the server. */
    public void circumstance(String what, Object value) {
        circumstances.put(what, value);
    }

    /** Adds a single figure. */
    public void add(Measurement measurement) {
        alone.add(measurement);
        measurements.add(measurement);
    }

    /** Adds a single figure that has a target. */
    void add(Bounded figure) {
        bounded.add(figure);
        measurements.add(figure.figure());
    }

    /** Adds two figures and their ratio. */
    void add(Comparison comparison) {
        comparisons.add(comparison);
        measurements.addAll(List.of(comparison.ours(), comparison.bare(), comparison.ratio()));
    }

    /** Prints tables of medians, with minimum and maximum in brackets. */
    public void print(PrintStream out) {
        out.println();
        circumstances.forEach((what, value) -> out.println(what + ": " + value));
        if (!alone.isEmpty()) {
            Table table = new Table("metric", "variant", "unit", "median (least .. greatest)");
            alone.forEach(one -> table.row(one.metric(), one.variant(), one.unit(), figures(one)));
            table.print(out);
        }
        if (!bounded.isEmpty()) {
            Table table = new Table("metric", "variant", "unit", "median (least .. greatest)", "target");
            bounded.forEach(one -> table.row(
                    one.figure().metric(),
                    one.figure().variant(),
                    one.figure().unit(),
                    figures(one.figure()),
                    one.verdict()));
            table.print(out);
        }
        if (!comparisons.isEmpty()) {
            Table table = new Table("metric", "variant", "unit", "ours", "bare", "ours / bare", "target");
            comparisons.forEach(one -> table.row(
                    one.ours().metric(),
                    one.variant(),
                    one.ours().unit(),
                    figures(one.ours()),
                    figures(one.bare()),
                    figures(one.ratio()),
                    one.verdict()));
            table.print(out);
        }
    }

    /** Writes each figure to a file, as a line with a JSON object. Returns the file. */
    Path write(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Measurement measurement : measurements) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("part", name);
            line.put("metric", measurement.metric());
            line.put("variant", measurement.variant());
            line.put("unit", measurement.unit());
            line.put("median", measurement.median());
            line.put("min", measurement.min());
            line.put("max", measurement.max());
            line.put("values", measurement.values());
            line.put("also", circumstances);
            lines.add(json.writeValueAsString(line));
        }
        return Files.write(Files.createDirectories(folder).resolve(name + ".jsonl"), lines);
    }

    private static String figures(Measurement measurement) {
        return figure(measurement.median()) + " (" + figure(measurement.min()) + " .. " + figure(measurement.max())
                + ")";
    }

    /** Returns the value with two decimals if it is below 10, with one if it is below 100, and else without. */
    private static String figure(double value) {
        int decimals = value == 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
