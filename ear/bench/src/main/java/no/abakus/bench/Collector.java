package no.abakus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a server's output through a pipe, as a log collector does. A benchmark produces hundreds of megabytes of lines.
 * Writing them to the disk that the broker uses would distort the results, so the file only gets the first and the last
 * lines.
 */
final class Collector implements AutoCloseable {

    private static final int TAIL = 1 << 20;

    private final InputStream stdout;
    private final OutputStream file;
    private final int headLimit;
    private final Thread thread = new Thread(this::collect, "collector");
    private final byte[] tail = new byte[TAIL];
    private int head;
    private long rest;

    private Collector(InputStream stdout, OutputStream file, int headLimit) {
        this.stdout = stdout;
        this.file = file;
        this.headLimit = headLimit;
    }

    /**
     * Starts to read lines.
     *
     * @param headLimit how many bytes, at least, are written to the file as soon as they are read. When the output
     *     ends, the file also gets the last mebibyte of the rest
     */
    static Collector of(InputStream stdout, Path file, int headLimit) throws IOException {
        Collector collector = new Collector(stdout, Files.newOutputStream(file), headLimit);
        collector.thread.setDaemon(true);
        collector.thread.start();
        return collector;
    }

    private void collect() {
        byte[] block = new byte[1 << 16];
        try (stdout;
                file) {
            for (int read = stdout.read(block); read >= 0; read = stdout.read(block)) {
                keep(block, read);
            }
            writeTail();
        } catch (IOException e) {
            System.err.println("The server's lines are lost from here on: " + e.getMessage());
        }
    }

    private void keep(byte[] block, int length) throws IOException {
        if (head < headLimit) {
            file.write(block, 0, length);
            file.flush();
            head += length;
            return;
        }
        for (int from = 0; from < length; ) {
            int at = (int) (rest % TAIL);
            int fits = Math.min(length - from, TAIL - at);
            System.arraycopy(block, from, tail, at, fits);
            from += fits;
            rest += fits;
        }
    }

    private void writeTail() throws IOException {
        if (rest <= TAIL) {
            file.write(tail, 0, (int) rest);
            return;
        }
        int start = (int) (rest % TAIL);
        file.write(("\n[" + (rest - TAIL) + " bytes left out]\n").getBytes(StandardCharsets.UTF_8));
        file.write(tail, start, TAIL - start);
        file.write(tail, 0, start);
    }

    /** Waits until the server's output has ended. */
    @Override
    public void close() throws InterruptedException {
        thread.join();
    }
}
