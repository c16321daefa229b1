package no.abakus.logging.process;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/** The processors in their order; copies itself when one is added or removed. Thread-safe. */
public final class ProcessorChain {
    private static final String FAILED = "!processor_failed";

    private final ThreadLocal<Boolean> within = new ThreadLocal<>();
    private volatile List<LogProcessor> processors;

    /** A chain of these. */
    public ProcessorChain(List<LogProcessor> processors) {
        this.processors = List.copyOf(processors);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return processors.isEmpty();
    }

    /** Puts one more at the end. */
    public synchronized void add(LogProcessor processor) {
        List<LogProcessor> more = new ArrayList<>(processors);
        more.add(processor);
        processors = List.copyOf(more);
    }

    /** Takes it out again; nothing happens when it is not there. */
    public synchronized void remove(LogProcessor processor) {
        List<LogProcessor> fewer = new ArrayList<>(processors);
        fewer.removeIf(one -> one == processor);
        processors = List.copyOf(fewer);
    }

    /** Runs all of them; answers whether the event becomes a line. Never throws because of a processor. */
    public boolean process(LogDraft draft) {
        if (within.get() != null) {
            return true;
        }
        within.set(Boolean.TRUE);
        try {
            for (LogProcessor processor : processors) {
                if (!guarded(processor, draft)) {
                    return false;
                }
            }
            return true;
        } finally {
            within.remove();
        }
    }

    /** Lines that say what was left out, where their time has come. */
    public List<LogRecord> due(boolean atEnd) {
        List<LogRecord> due = new ArrayList<>();
        for (LogProcessor processor : processors) {
            if (processor instanceof Summarizing summarizing) {
                summarizing.takeDue(atEnd, due);
            }
        }
        return due;
    }

    private static boolean guarded(LogProcessor processor, LogDraft draft) {
        try {
            return processor.process(draft);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            draft.put(
                    FAILED,
                    processor.getClass().getName() + ": " + failure.getClass().getName());
            return true;
        }
    }
}
