package no.abakus.logging.output;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import no.abakus.logging.json.LineSink;

/**
 * Writes to a descriptor that another process may have made non-blocking, because processes that share a pipe or a
 * terminal also share that flag. A rejected write is retried until it succeeds, so that nothing is lost or written
 * twice.
 *
 * <p>The bytes are written in pieces that a pipe takes as a whole or not at all, as POSIX specifies. With larger
 * pieces, it would be unknown how much of a rejected write was written. If possible, a piece ends at the end of a line.
 */
final class PatientWriter implements LineSink {
    /** {@code PIPE_BUF} of Linux. Other systems guarantee at least 512 bytes, and accept this many in practice. */
    static final int WHOLE_OR_NOT = 4096;

    private static final long FIRST_PAUSE = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Descriptor descriptor;
    private final LongConsumer pause;

    PatientWriter(Descriptor descriptor) {
        this(descriptor, LockSupport::parkNanos);
    }

    PatientWriter(Descriptor descriptor, LongConsumer pause) {
        this.descriptor = descriptor;
        this.pause = pause;
    }

    /** A descriptor that writes all bytes or fails. */
    interface Descriptor {
        void write(byte[] bytes, int from, int count) throws IOException;
    }

    @Override
    public void accept(byte[] bytes, int length) throws IOException {
        int from = 0;
        while (from < length) {
            int count = piece(bytes, from, length);
            write(bytes, from, count);
            from += count;
        }
    }

    private static int piece(byte[] bytes, int from, int length) {
        int most = Math.min(WHOLE_OR_NOT, length - from);
        if (from + most == length) {
            return most;
        }
        for (int i = from + most - 1; i > from; i--) {
            if (bytes[i] == '\n') {
                return i + 1 - from;
            }
        }
        return most;
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        boolean interrupted = false;
        long nanos = FIRST_PAUSE;
        try {
            while (!isTaken(bytes, from, count)) {
                // An interrupt would end every pause immediately, so it is cleared here and restored for the caller.
                interrupted |= Thread.interrupted();
                pause.accept(nanos);
                nanos = Math.min(2 * nanos, LONGEST_PAUSE);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isTaken(byte[] bytes, int from, int count) throws IOException {
        try {
            descriptor.write(bytes, from, count);
            return true;
        } catch (IOException refused) {
            if (isOnlyFull(refused)) {
                return false;
            }
            throw refused;
        }
    }

    /**
     * Returns whether the write failed with EAGAIN. Only the system's message shows this, because Java has no exception
     * for it.
     */
    private static boolean isOnlyFull(IOException refused) {
        String words = String.valueOf(refused.getMessage());
        return words.contains("temporarily unavailable") || words.contains("would block");
    }
}
