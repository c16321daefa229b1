package no.abakus.tasks.crash;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import no.abakus.tasks.config.TaskClock;

/**
 * A memory-mapped file with an entry for each running task, for up to 512 tasks. Writing to it costs no more than
 * writing to memory. The entries survive {@code kill -9}, because the operating system holds them. They may not survive
 * a power cut. Then no task is suspected of having crashed the server.
 *
 * <p>The lock on the file ends with the process. So a run that gets the lock knows that the previous run is dead.
 * Thread-safe.
 */
public final class FlightRecorder implements Trace, AutoCloseable {

    static final int PLACES = 512;

    private static final String FILE = "running-tasks.bin";
    private static final long MAGIC = 0x4142414b55533031L;
    private static final int HEADER = 4096;
    private static final int RUN_AT = 24;
    private static final int SEEN_AT = 16;
    private static final int MAX_NAME = 255;
    private static final int MAX_STACK = 1_200;

    /**
     * The stack of a task is recorded only after the task has run for this long. Recording the stacks of all short
     * tasks would cost as much as running the tasks.
     */
    private static final Duration WORTH_A_LOOK = Duration.ofSeconds(1);

    private final FileChannel channel;
    private final MappedByteBuffer file;
    private final TaskClock clock;
    private final AtomicIntegerArray taken = new AtomicIntegerArray(PLACES);
    private final Thread[] threads = new Thread[PLACES];
    private final List<LeftTask> left;
    private final Optional<String> formerRun;

    private FlightRecorder(FileChannel channel, MappedByteBuffer file, String run, TaskClock clock) {
        this.channel = channel;
        this.file = file;
        this.clock = clock;
        boolean isOurs = file.getLong(0) == MAGIC;
        Instant seenAt = Instant.ofEpochMilli(file.getLong(SEEN_AT));
        this.formerRun = isOurs ? Optional.of(text(RUN_AT)) : Optional.empty();
        List<LeftTask> found = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            Place at = new Place(place);
            if (isOurs && at.isTaken()) {
                found.add(at.read(seenAt));
            }
            at.free();
        }
        this.left = List.copyOf(found);
        write(RUN_AT, run, MAX_NAME);
        file.putLong(SEEN_AT, clock.now().toEpochMilli());
        file.putLong(0, MAGIC);
    }

    /**
     * Opens the recorder in a folder, and reads the entries that the previous run left.
     *
     * @throws IOException if the file cannot be written, or is open already
     */
    public static FlightRecorder open(Path folder, String run, TaskClock clock) throws IOException {
        Files.createDirectories(folder);
        // A folder with this name belongs to Abakus. Any other folder may be shared with other programs.
        if (folder.endsWith(OwnerOnly.OURS)) {
            OwnerOnly.folder(folder);
        }
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            OwnerOnly.file(folder.resolve(FILE));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IOException("Another process has " + folder.resolve(FILE) + " open");
            }
            MappedByteBuffer file = channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER + (long) PLACES * Place.SIZE);
            return new FlightRecorder(channel, file, run, clock);
        } catch (IOException | OverlappingFileLockException e) {
            channel.close();
            throw e instanceof IOException io
                    ? io
                    : new IOException("This process has " + folder.resolve(FILE) + " open already", e);
        }
    }

    @Override
    public int enter(String id, String task, int retries, boolean isSuspect, Instant begun) {
        Thread thread = Thread.currentThread();
        int first = (int) (thread.getId() % PLACES);
        for (int i = 0; i < PLACES; i++) {
            int place = (first + i) % PLACES;
            if (taken.compareAndSet(place, 0, 1)) {
                threads[place] = thread;
                new Place(place).write(id, task, retries, isSuspect, thread.getName(), begun);
                return place;
            }
        }
        return NO_PLACE;
    }

    @Override
    public void leave(int place) {
        if (place != NO_PLACE) {
            new Place(place).free();
            threads[place] = null;
            taken.set(place, 0);
        }
    }

    /** Records that the node is alive, and records the stacks of tasks that have run for a while. */
    public void look() {
        Instant now = clock.now();
        file.putLong(SEEN_AT, now.toEpochMilli());
        Instant begunBefore = now.minus(WORTH_A_LOOK);
        for (int place = 0; place < PLACES; place++) {
            Thread thread = threads[place];
            Place at = new Place(place);
            if (thread != null && at.isTaken() && at.begunAt().isBefore(begunBefore)) {
                Instant begun = at.begunAt();
                at.stack(thread.getStackTrace());
                if (!at.begunAt().equals(begun)) {
                    // The place was reused during the inspection, so the stack does not belong to the new task.
                    at.noStack();
                }
            }
        }
    }

    @Override
    public List<LeftTask> left() {
        return left;
    }

    @Override
    public Optional<String> formerRun() {
        return formerRun;
    }

    /** Closes the file, so that the next run can open it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(int offset, String text, int most) {
        int length = Math.min(text.length(), most);
        file.putShort(offset, (short) length);
        for (int i = 0; i < length; i++) {
            file.putChar(offset + 2 + 2 * i, text.charAt(i));
        }
    }

    private String text(int offset) {
        char[] chars = new char[Math.max(0, Math.min(file.getShort(offset), MAX_STACK))];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = file.getChar(offset + 2 + 2 * i);
        }
        return new String(chars);
    }

    /** A view of one place in the file, created when needed. */
    private final class Place {

        private static final int SIZE = 4096;
        private static final int BEGUN = 8;
        private static final int RETRIES = 16;
        private static final int SUSPECT = 20;
        private static final int ID = 24;
        private static final int NAME = ID + 2 + 2 * MAX_NAME;
        private static final int THREAD = NAME + 2 + 2 * MAX_NAME;
        private static final int MAX_THREAD = 120;
        private static final int STACK = THREAD + 2 + 2 * MAX_THREAD;

        private final int base;

        Place(int number) {
            this.base = HEADER + number * SIZE;
        }

        boolean isTaken() {
            return file.getInt(base) == 1;
        }

        void free() {
            file.putInt(base, 0);
        }

        Instant begunAt() {
            return Instant.ofEpochMilli(file.getLong(base + BEGUN));
        }

        void write(String id, String task, int retries, boolean isSuspect, String thread, Instant begun) {
            file.putLong(base + BEGUN, begun.toEpochMilli());
            file.putInt(base + RETRIES, retries);
            file.putInt(base + SUSPECT, isSuspect ? 1 : 0);
            FlightRecorder.this.write(base + ID, id, MAX_NAME);
            FlightRecorder.this.write(base + NAME, task, MAX_NAME);
            FlightRecorder.this.write(base + THREAD, thread, MAX_THREAD);
            noStack();
            file.putInt(base, 1);
        }

        void noStack() {
            file.putShort(base + STACK, (short) 0);
        }

        void stack(StackTraceElement[] frames) {
            String text = Arrays.stream(frames).map(frame -> "at " + frame).collect(Collectors.joining("\n"));
            FlightRecorder.this.write(base + STACK, text, MAX_STACK);
        }

        LeftTask read(Instant seenAt) {
            return new LeftTask(
                    text(base + ID),
                    text(base + NAME),
                    file.getInt(base + RETRIES),
                    begunAt(),
                    seenAt,
                    file.getInt(base + SUSPECT) == 1,
                    text(base + THREAD),
                    Optional.of(text(base + STACK)).filter(stack -> !stack.isEmpty()));
        }
    }

    /** Returns the number of bytes that a place needs, for a test. */
    static int needed() {
        return Place.STACK + 2 + 2 * MAX_STACK;
    }
}
