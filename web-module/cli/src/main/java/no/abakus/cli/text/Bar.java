package no.abakus.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Shows the progress of a task on one line of a terminal. The line is drawn again when the progress changes. */
public final class Bar {

    private static final int STEPS = 20;

    /** Narrower than the usual terminal, because a line that wraps cannot be drawn over. */
    private static final int WIDTH = 78;

    private final PrintWriter out;
    private String drawn = "";

    /** Creates a bar that is not drawn yet. */
    public Bar(PrintWriter out) {
        this.out = out;
    }

    /** Draws the progress that a server returned; draws nothing if the task did not report any progress. */
    public void draw(JsonNode progress) {
        if (progress.isObject()) {
            show(line(progress));
        }
    }

    /** Removes the bar. */
    public void clear() {
        show("");
    }

    private void show(String line) {
        if (line.equals(drawn)) {
            return;
        }
        out.print("\r" + line + " ".repeat(Math.max(0, drawn.length() - line.length())) + (line.isEmpty() ? "\r" : ""));
        out.flush();
        drawn = line;
    }

    /**
     * Returns the progress in words, such as {@code 4 of 10 (40 %)}; a dash if the task did not report any progress.
     */
    public static String words(JsonNode progress) {
        if (!progress.isObject()) {
            return "-";
        }
        long total = progress.path("total").asLong();
        String done = Plain.cell(progress.path("done"));
        return total > 0 ? done + " of " + total + " (" + percent(progress) + " %)" : done;
    }

    private static String line(JsonNode progress) {
        String text = progress.hasNonNull("text") ? "  " + Plain.cell(progress.path("text")) : "";
        String line = bar(progress) + words(progress) + text;
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
    }

    private static String bar(JsonNode progress) {
        if (progress.path("total").asLong() <= 0) {
            return "";
        }
        int full = percent(progress) * STEPS / 100;
        return "[" + "#".repeat(full) + "-".repeat(STEPS - full) + "] ";
    }

    private static int percent(JsonNode progress) {
        double part = progress.path("done").asDouble() / progress.path("total").asDouble();
        return (int) (Math.min(Math.max(part, 0), 1) * 100);
    }
}
