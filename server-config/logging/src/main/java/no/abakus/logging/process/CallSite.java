package no.abakus.logging.process;

import java.util.List;
import java.util.Optional;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/**
 * Adds the code location and the thread of the log call. Walks the stack for each line, which costs some microseconds.
 */
final class CallSite implements LogProcessor {
    private static final List<String> LOGGERS = List.of(
            "no.abakus.logging.",
            "java.util.logging.",
            "jdk.internal.logger.",
            "sun.util.logging.",
            "sun.logging.",
            "java.lang.System$Logger",
            "org.jboss.logmanager.",
            "org.jboss.logging.",
            "org.slf4j.",
            "org.apache.logging.",
            "org.apache.commons.logging.",
            "com.sun.enterprise.logging.");

    @Override
    public boolean process(LogDraft draft) {
        caller().ifPresent(frame -> {
            draft.put("code_class", frame.getClassName());
            draft.put("code_method", frame.getMethodName());
            draft.put("code_line", frame.getLineNumber());
        });
        draft.put("thread_name", Thread.currentThread().getName());
        return true;
    }

    private static Optional<StackWalker.StackFrame> caller() {
        // Frames before the first logging class occur only in tests that call this processor directly. The frame after
        // the last logging class is the caller that logged.
        return StackWalker.getInstance().walk(frames -> frames.dropWhile(frame -> !isLogger(frame))
                .dropWhile(CallSite::isLogger)
                .findFirst());
    }

    private static boolean isLogger(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return LOGGERS.stream().anyMatch(name::startsWith) && !name.endsWith("Test");
    }
}
