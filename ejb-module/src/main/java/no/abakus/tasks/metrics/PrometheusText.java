package no.abakus.tasks.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.abakus.tasks.operate.Metric;
import no.abakus.tasks.operate.Metric.Kind;

/**
 * Writes metrics in Prometheus's text format 0.0.4. Translates names as OpenTelemetry's collector does: dots become
 * underscores, a unit of seconds becomes the suffix {@code _seconds}, and counters get the suffix {@code _total}.
 */
final class PrometheusText {

    private final StringBuilder text = new StringBuilder(4_096);

    private PrometheusText() {}

    static String of(List<Metric> metrics) {
        PrometheusText text = new PrometheusText();
        metrics.forEach(text::add);
        return text.text.toString();
    }

    private void add(Metric metric) {
        String name = name(metric);
        text.append("# HELP ").append(name).append(' ');
        escape(metric.description(), false);
        text.append("\n# TYPE ")
                .append(name)
                .append(' ')
                .append(metric.kind().name().toLowerCase(Locale.ROOT))
                .append('\n');
        for (Metric.Sample sample : metric.samples()) {
            if (sample instanceof Metric.Value number) {
                line(name, number.attributes(), "", number(number.value()));
            } else if (sample instanceof Metric.Distribution distribution) {
                add(name, distribution);
            }
        }
    }

    private void add(String name, Metric.Distribution distribution) {
        long cumulative = 0;
        for (int i = 0; i < distribution.counts().size(); i++) {
            cumulative += distribution.counts().get(i);
            String bound = i < distribution.bounds().size()
                    ? number(distribution.bounds().get(i))
                    : "+Inf";
            line(name + "_bucket", distribution.attributes(), bound, Long.toString(cumulative));
        }
        line(name + "_sum", distribution.attributes(), "", number(distribution.sum()));
        line(name + "_count", distribution.attributes(), "", Long.toString(cumulative));
    }

    private void line(String name, Map<String, String> attributes, String bound, String value) {
        text.append(name);
        char separator = '{';
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            text.append(separator).append(identifier(attribute.getKey())).append("=\"");
            escape(attribute.getValue(), true);
            text.append('"');
            separator = ',';
        }
        if (!bound.isEmpty()) {
            text.append(separator).append("le=\"").append(bound).append('"');
            separator = ',';
        }
        text.append(separator == ',' ? "} " : " ").append(value).append('\n');
    }

    private void escape(String raw, boolean isQuoted) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '"' -> text.append(isQuoted ? "\\\"" : "\"");
                default -> text.append(c);
            }
        }
    }

    /** Returns the name of a metric in Prometheus. */
    private static String name(Metric metric) {
        String unit = metric.unit().equals("s") ? "_seconds" : "";
        return identifier(metric.name()) + unit + (metric.kind() == Kind.COUNTER ? "_total" : "");
    }

    private static String identifier(String name) {
        return name.replace('.', '_');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
