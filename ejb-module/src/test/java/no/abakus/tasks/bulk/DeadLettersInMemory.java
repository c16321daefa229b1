package no.abakus.tasks.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.testing.SettableClock;

/** Dead letters in memory; requeued ones may come back as new letters. */
final class DeadLettersInMemory implements DeadLetterQueue {

    final Map<String, DeadLetter> all = new LinkedHashMap<>();
    final List<String> requeued = new ArrayList<>();
    boolean returning;
    boolean broken;
    private final SettableClock clock;

    DeadLettersInMemory(SettableClock clock) {
        this.clock = clock;
    }

    void add(String id, String reason, Instant at) {
        DeadLetter letter =
                new DeadLetter(id, "t-" + id, "mail.send", reason, "", "mail", at.toString(), "a", 0, Optional.empty());
        all.put(id, letter);
    }

    @Override
    public Page page(Predicate<DeadLetter> wanted, Optional<String> after, int most) {
        List<DeadLetter> found = all.values().stream().filter(wanted).toList();
        return new Page(found.stream().limit(most).toList(), found.size(), all.size(), true, found.size() > most);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<String> requeue(String id) {
        DeadLetter letter = all.remove(id);
        if (letter == null) {
            return Optional.empty();
        }
        requeued.add(id);
        if (returning) {
            add("again-" + id, letter.reason(), clock.now().plusSeconds(1));
        }
        return Optional.of("mail");
    }

    @Override
    public boolean delete(String id) {
        if (broken) {
            throw new IllegalStateException("as wished");
        }
        return all.remove(id) != null;
    }
}
