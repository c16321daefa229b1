package no.abakus.logging.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Splits printed output into lines, separately for each thread, so that the output of two threads is not mixed. Blank
 * lines are left out. A line longer than {@link #LONGEST} bytes is split. Thread-safe.
 */
final class PrintedLines extends OutputStream {
    /** The longest printed line in bytes. It equals the default maximum length of a log line. */
    static final int LONGEST = 64 * 1024;

    private final ThreadLocal<ByteArrayOutputStream> begun = ThreadLocal.withInitial(ByteArrayOutputStream::new);
    private final Consumer<String> lines;

    PrintedLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(int value) {
        append(begun.get(), (byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream line = begun.get();
        for (int i = offset; i < offset + length; i++) {
            append(line, bytes[i]);
        }
    }

    private void append(ByteArrayOutputStream line, byte value) {
        if (value != '\n') {
            line.write(value);
        }
        if (value == '\n' || line.size() >= LONGEST) {
            String text = line.toString(StandardCharsets.UTF_8);
            // Reset first, so that a line that is printed while this line is passed on stays separate.
            line.reset();
            if (!text.isBlank()) {
                lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
        }
    }
}
