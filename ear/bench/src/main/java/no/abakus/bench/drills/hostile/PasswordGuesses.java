package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** Guesses passwords of users that exist and of users that do not. */
final class PasswordGuesses implements Attack {

    private static final List<String> USERS = List.of("operator", "viewer", "admin", "root", "webkom");

    private final RawHttp http;

    PasswordGuesses(URI server) {
        this.http = new RawHttp(server);
    }

    @Override
    public String name() {
        return "guessed passwords";
    }

    @Override
    public long pauseMillis() {
        return 20;
    }

    @Override
    public void strike(Random random) throws IOException {
        String user = USERS.get(random.nextInt(USERS.size()));
        http.exchange(
                "GET /abakus/api/tasks HTTP/1.1\r\n" + RawHttp.authorization(user, "guess-" + random.nextInt()),
                new byte[0]);
    }
}
