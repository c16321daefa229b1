package no.abakus.logging.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts what is printed into lines, for each thread on its own: what two threads print at once is not mixed. Blank lines say
 * nothing and are left out; the end of a line that never ends is not waited for. Thread-safe.
 */
final class PrintedLines extends OutputStream {
    /** More than the longest line of a log may have. */
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
            // First, so that a line which prints while it is handed on begins anew.
            line.reset();
            if (!text.isBlank()) {
                lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
        }
    }
}
