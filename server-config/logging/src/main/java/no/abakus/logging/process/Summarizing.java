package no.abakus.logging.process;

import java.util.List;
import java.util.logging.LogRecord;
import no.abakus.logging.LogProcessor;

/** A processor that drops events and later reports how many. */
interface Summarizing extends LogProcessor {

    /**
     * Adds the reports that are due.
     *
     * @param atEnd whether this is the last call
     */
    void takeDue(boolean atEnd, List<LogRecord> due);
}
