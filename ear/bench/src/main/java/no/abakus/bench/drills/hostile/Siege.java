package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Runs attacks concurrently, each on its own thread, until the siege is closed. */
public final class Siege implements AutoCloseable {

    private final List<Attack> attacks;
    private final Map<String, AtomicInteger> blows = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

    /** Ends the attacks even if a client library swallows their interrupts. */
    private volatile boolean isOver;

    private Siege(List<Attack> attacks) {
        this.attacks = List.copyOf(attacks);
        attacks.forEach(attack -> blows.put(attack.name(), new AtomicInteger()));
    }

    /** Starts the attacks. */
    public static Siege of(List<Attack> attacks, long seed) {
        Siege siege = new Siege(attacks);
        for (int i = 0; i < attacks.size(); i++) {
            Attack attack = attacks.get(i);
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> siege.go(attack, random), attack.name());
            thread.setDaemon(true);
            thread.start();
            siege.threads.add(thread);
        }
        return siege;
    }

    private void go(Attack attack, Random random) {
        try {
            while (!isOver) {
                try {
                    attack.strike(random);
                    blows.get(attack.name()).incrementAndGet();
                } catch (IOException e) {
                    // The server refused the attack or is being restarted, so this does not count as a strike.
                    Thread.sleep(100);
                    continue;
                }
                Thread.sleep(attack.pauseMillis());
            }
        } catch (InterruptedException e) {
            // The siege is over.
            return;
        } catch (RuntimeException e) {
            broken.compareAndSet(null, e);
        }
    }

    /** Returns how often each attack has struck, by name. */
    public Map<String, Integer> blows() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        blows.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    /** Ends all attacks. */
    @Override
    public void close() throws InterruptedException {
        isOver = true;
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        attacks.forEach(Attack::close);
        if (broken.get() != null) {
            throw new IllegalStateException("An attack could not go on", broken.get());
        }
    }
}
