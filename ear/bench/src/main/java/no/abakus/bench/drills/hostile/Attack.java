package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.abakus.bench.drills.TaskApi;

/** One kind of hostile input. Each attack runs on a thread of its own. */
public interface Attack extends AutoCloseable {

    /** Returns an attack by sockets that announce a body and never send it, with and without this login. */
    static Attack hungrySockets(URI server, String user, String password) {
        return new HungrySockets(server, user, password);
    }

    /** Returns an attack that guesses passwords. */
    static Attack passwordGuesses(URI server) {
        return new PasswordGuesses(server);
    }

    /** Returns an attack by messages that no sender of ours writes, sent straight to the broker with this login. */
    static Attack oddMessages(URI server, String user, String password) {
        return new OddMessages(server, user, password);
    }

    /** Returns an attack that sends these tasks. Their bodies end badly. */
    static Attack dyingBodies(TaskApi api, List<String> tasks, Map<String, List<?>> arguments, long pauseMillis) {
        return new DyingBodies(api, tasks, arguments, pauseMillis);
    }

    /** Returns the attack's name in the report. */
    String name();

    /** Returns the milliseconds between two strikes. */
    long pauseMillis();

    /**
     * Strikes once.
     *
     * @throws IOException if the server is down, refuses the attack or closes the connection. None of this fails the
     *     drill
     */
    void strike(Random random) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
