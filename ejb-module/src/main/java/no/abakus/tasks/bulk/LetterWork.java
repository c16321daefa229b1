package no.abakus.tasks.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQuery;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.port.StoredBulk;

/**
 * Sends dead letters back to their queues, or deletes them. Letters that arrived after the preview are not touched.
 * That includes letters that this operation sent back and a worker rejected again. Thread-safe.
 */
final class LetterWork implements Work {

    private static final String GONE = "gone";

    /** The number of letters that one scan fetches. It is high because each scan reads the whole queue. */
    private static final int SCANNED = 1_000;

    private final DeadLetterQueue letters;
    private final Map<String, Deque<String>> found = new HashMap<>();

    LetterWork(DeadLetterQueue letters) {
        this.letters = letters;
    }

    @Override
    public Selected select(BulkRequest request, Instant now) {
        DeadLetterQueue.Page page = page(request, request.ids(), now, Selected.SAMPLE);
        List<String> sample = page.letters().stream().map(DeadLetter::id).toList();
        if (request.query().isPresent()) {
            return new Selected(page.total(), page.isComplete(), Map.of(), sample, 0);
        }
        long gone = request.ids().size() - page.total();
        return new Selected(
                request.ids().size(), page.isComplete(), gone > 0 ? Map.of(GONE, gone) : Map.of(), sample, 0);
    }

    private DeadLetterQueue.Page page(BulkRequest request, List<String> ids, Instant at, int most) {
        if (request.query().isEmpty()) {
            Set<String> chosen = new HashSet<>(ids);
            return letters.page(letter -> chosen.contains(letter.id()), Set.of(), Optional.empty(), most);
        }
        DeadLetterQuery query = DeadLetterQuery.parse(request.query().get(), at);
        return letters.page(letter -> query.fits(letter) && !isLater(letter, at), query.read(), Optional.empty(), most);
    }

    private static boolean isLater(DeadLetter letter, Instant than) {
        try {
            return Instant.parse(letter.at()).isAfter(than);
        } catch (DateTimeException e) {
            // Abakus always writes a time, so this message comes from another program.
            return false;
        }
    }

    @Override
    public synchronized Step next(StoredBulk bulk, long position, int most) {
        BulkRequest request = bulk.operation().request();
        Deque<String> waiting = found.computeIfAbsent(bulk.operation().id(), first -> new ArrayDeque<>());
        if (waiting.isEmpty()) {
            page(request, bulk.ids(), bulk.operation().createdAt(), SCANNED)
                    .letters()
                    .forEach(letter -> waiting.add(letter.id()));
        }
        if (waiting.isEmpty()) {
            return Step.nothingLeft(position);
        }
        long done = 0;
        long gone = 0;
        for (int i = 0; i < most && !waiting.isEmpty(); i++) {
            if (handled(request.action(), waiting.peek())) {
                done++;
            } else {
                gone++;
            }
            waiting.remove();
        }
        return new Step(position + done + gone, done, gone == 0 ? Map.of() : Map.of(GONE, gone), false);
    }

    private boolean handled(BulkAction action, String id) {
        return action == BulkAction.REQUEUE ? letters.requeue(id).isPresent() : letters.delete(id);
    }

    @Override
    public synchronized void forget(String id) {
        found.remove(id);
    }
}
