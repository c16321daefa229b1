package no.abakus.logging.process;

import java.util.List;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/** Drops the events that match a pattern. */
final class DropEvents implements LogProcessor {
    private final List<EventPattern> patterns;

    DropEvents(List<String> patterns) {
        this.patterns = patterns.stream().map(EventPattern::new).toList();
    }

    @Override
    public boolean process(LogDraft draft) {
        for (EventPattern pattern : patterns) {
            if (pattern.matches(draft)) {
                return false;
            }
        }
        return true;
    }
}
