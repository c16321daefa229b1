package no.abakus.logging.process;

import java.util.List;
import java.util.logging.LogRecord;
import no.abakus.logging.LogProcessor;

/** A processor that leaves events out and says later how many. */
interface Summarizing extends LogProcessor {

    /**
     * Adds what is to be said now.
     *
     * @param atEnd whether there will be no later
     */
    void takeDue(boolean atEnd, List<LogRecord> due);
}
