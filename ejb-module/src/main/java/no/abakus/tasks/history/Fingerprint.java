package no.abakus.tasks.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskFailure;

/**
 * Identifies failures that are alike. The id of their group is the first half of a SHA-256 hash of the task, the
 * exception types of the cause chain, and the first five stack frames of the application without line numbers. The
 * messages of the exceptions do not count, because they contain ids and times.
 *
 * @param group the id of the group
 * @param frame the innermost stack frame of the application
 */
record Fingerprint(String group, Optional<String> frame) {

    private static final int FRAMES = 5;
    private static final int BYTES = 16;

    static Fingerprint of(String task, TaskFailure failure, Stacks stacks) {
        List<String> parts = new ArrayList<>(List.of(task));
        for (Optional<TaskFailure> next = Optional.of(failure);
                next.isPresent();
                next = next.get().cause()) {
            parts.add(next.get().type());
        }
        List<String> frames = frames(failure, stacks);
        parts.addAll(frames);
        return new Fingerprint(hash(parts), frames.stream().findFirst());
    }

    /** Returns the fingerprint of executions that ended without an exception, such as rejections. */
    static Fingerprint of(String task, String reason) {
        return new Fingerprint(hash(List.of(task, reason)), Optional.empty());
    }

    /**
     * Returns the frames of the cause chain. The frames of the root cause come first, because they show where the
     * failure happened.
     */
    private static List<String> frames(TaskFailure failure, Stacks stacks) {
        List<TaskFailure> chain = new ArrayList<>();
        for (Optional<TaskFailure> next = Optional.of(failure);
                next.isPresent();
                next = next.get().cause()) {
            chain.add(0, next.get());
        }
        return chain.stream()
                .flatMap(one -> stacks.of(one.frames()).telling().stream())
                .distinct()
                .limit(FRAMES)
                .toList();
    }

    private static String hash(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
