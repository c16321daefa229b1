package no.abakus.logging.output;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import no.abakus.logging.json.LineSink;

/**
 * A file of lines. When the file would exceed its maximum size, it is renamed to {@code NAME.1}, an earlier {@code
 * NAME.1} to {@code NAME.2}, and so on. The oldest file is deleted. The file is opened at the first line, and lines are
 * appended to the file of an earlier process. Not thread-safe; the lock of the output in front of the file guards it.
 */
final class RotatingFile implements LineSink, Closeable {
    private final Path file;
    private final long maxBytes;
    private final int keep;
    private OutputStream out;
    private long size;

    RotatingFile(Path file, long maxBytes, int keep) {
        this.file = file.toAbsolutePath();
        this.maxBytes = maxBytes;
        this.keep = keep;
    }

    @Override
    public void accept(byte[] bytes, int length) throws IOException {
        int start = 0;
        while (start < length) {
            if (out == null) {
                open();
            }
            int end = fitting(bytes, start, length);
            if (end == start) {
                rotate();
            } else {
                out.write(bytes, start, end - start);
                size += end - start;
                start = end;
            }
        }
    }

    /**
     * Returns the end of the last line from {@code start} that still fits into the file; if the file is empty, at least
     * the end of the first line.
     */
    private int fitting(byte[] bytes, int start, int length) {
        if (length - start <= maxBytes - size) {
            return length;
        }
        int end = start;
        for (int i = start; i < length; i++) {
            if (i - start + 1 > maxBytes - size && (end > start || size > 0)) {
                break;
            }
            if (bytes[i] == '\n') {
                end = i + 1;
            }
        }
        return end;
    }

    private void open() throws IOException {
        Files.createDirectories(file.getParent());
        out = new FileOutputStream(file.toFile(), true);
        size = Files.size(file);
    }

    private void rotate() throws IOException {
        close();
        for (int number = keep - 1; number >= 1; number--) {
            if (Files.exists(numbered(number))) {
                Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        open();
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
