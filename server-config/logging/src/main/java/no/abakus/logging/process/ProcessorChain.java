package no.abakus.logging.process;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/** The processors in order. Copy-on-write. Thread-safe. */
public final class ProcessorChain {
    private static final String FAILED = "!processor_failed";

    private final ThreadLocal<Boolean> within = new ThreadLocal<>();
    private volatile List<LogProcessor> processors;

    /** Creates a chain of these processors. */
    public ProcessorChain(List<LogProcessor> processors) {
        this.processors = List.copyOf(processors);
    }

    /** Returns whether there are no processors. */
    public boolean isEmpty() {
        return processors.isEmpty();
    }

    /** Adds a processor at the end. */
    public synchronized void add(LogProcessor processor) {
        List<LogProcessor> more = new ArrayList<>(processors);
        more.add(processor);
        processors = List.copyOf(more);
    }

    /** Removes a processor; does nothing if it is absent. */
    public synchronized void remove(LogProcessor processor) {
        List<LogProcessor> fewer = new ArrayList<>(processors);
        fewer.removeIf(one -> one == processor);
        processors = List.copyOf(fewer);
    }

    /**
     * Runs the processors until one of them drops the event. Returns whether the event becomes a line. An event that a
     * processor itself logs always becomes a line, unprocessed. Never throws because of a processor.
     */
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

    /** Returns the reports about dropped events that processors have to write now. Each report is returned once. */
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
