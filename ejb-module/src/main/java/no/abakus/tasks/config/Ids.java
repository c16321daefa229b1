package no.abakus.tasks.config;

import java.util.UUID;

/** Generates unique strings, such as ids of tasks; tests can make them predictable. Thread-safe. */
@FunctionalInterface
public interface Ids {

    /** UUIDs of version 4, which nobody can guess. */
    Ids RANDOM = () -> UUID.randomUUID().toString();

    /**
     * UUIDs of version 7 (RFC 9562), which begin with the time in milliseconds. Ids of about the same time are then
     * next to each other in a database's indexes. With random ids, almost every new row would change a different page
     * of each index, and the commit would have to write all of these pages.
     */
    static Ids timeOrdered(TaskClock clock) {
        return () -> {
            UUID random = UUID.randomUUID();
            long time = clock.now().toEpochMilli() << 16;
            long version = 0x7000L | (random.getMostSignificantBits() & 0x0FFFL);
            return new UUID(time | version, random.getLeastSignificantBits()).toString();
        };
    }

    /** A new, unique id. */
    String next();
}
