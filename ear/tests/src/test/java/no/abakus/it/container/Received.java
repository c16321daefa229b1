package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.AbakusTask;

/** A task that passes its arguments to the test. */
@ApplicationScoped
public class Received {

    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();

    @AbakusTask(name = "tests.receive_anything")
    public void receiveAnything(Object value) {
        keys.add(value.getClass().getName());
    }

    @AbakusTask(name = "tests.receive")
    public void receive(String key) {
        keys.add(key);
    }

    /** Returns the next key, or null if none arrives in time. */
    public String next(long patienceMillis) throws InterruptedException {
        return keys.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }

    /** Returns the keys that have arrived and were not read yet. */
    public List<String> rest() {
        return List.copyOf(keys);
    }
}
