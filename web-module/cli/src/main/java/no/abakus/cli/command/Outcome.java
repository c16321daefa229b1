package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.RefusedException;
import no.abakus.cli.text.Bar;
import no.abakus.cli.text.Plain;

/** Waits for the result of a task, and prints it. */
final class Outcome {

    private static final Set<String> FINAL = Set.of("SUCCESS", "FAILURE", "REVOKED", "REJECTED", "EXPIRED", "IGNORED");

    /** The longest wait of one call, because a server holds a response back for a limited time only. */
    private static final Duration AT_A_TIME = Duration.ofSeconds(20);

    /** How often a bar is drawn again. */
    private static final Duration BETWEEN_BARS = Duration.ofSeconds(1);

    private final ConsoleCommand command;
    private final Api api;
    private final boolean showsBar;

    /** @param showsBar whether to draw the progress of a task while waiting for it */
    Outcome(ConsoleCommand command, Api api, boolean showsBar) {
        this.command = command;
        this.api = api;
        this.showsBar = showsBar;
    }

    /**
     * Waits for the task to end, at most this long, and prints what is known of the task. Does not wait if the time is
     * zero.
     */
    Exit print(String id, Duration wait) throws InterruptedException {
        Bar bar = new Bar(command.err());
        JsonNode result;
        try {
            result = awaited(id, wait, bar);
        } finally {
            bar.clear();
        }
        if (command.isJson()) {
            command.printJson(result);
        } else {
            command.out().println(cell(result.path("state")));
            if (result.path("exception").isObject()) {
                JsonNode exception = result.path("exception");
                String trace = exception.path("traceback").asText("");
                command.out()
                        .println(
                                trace.isEmpty()
                                        ? cell(exception.path("type")) + ": " + cell(exception.path("message"))
                                        : Plain.lines(trace));
            } else if (result.hasNonNull("result")) {
                command.out().println(Plain.text(result.path("result").toString()));
            }
        }
        String state = result.path("state").asText();
        if ("SUCCESS".equals(state)) {
            return Exit.DONE;
        }
        if (FINAL.contains(state)) {
            return Exit.BAD_NEWS;
        }
        return wait.isZero() ? Exit.DONE : Exit.NOT_YET;
    }

    private JsonNode awaited(String id, Duration wait, Bar bar) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        Duration atATime = showsBar ? BETWEEN_BARS : AT_A_TIME;
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Duration now = left.compareTo(atATime) < 0 ? left : atATime;
            Call call = Call.of("results", id);
            try {
                JsonNode result = now.isZero() ? api.get(call) : api.get(call.with("wait", now.toMillis() / 1e3), now);
                if (FINAL.contains(result.path("state").asText()) || left.compareTo(now) == 0) {
                    return result;
                }
                if (showsBar) {
                    bar.draw(result.path("progress"));
                }
            } catch (RefusedException e) {
                // The result of a task that was sent a moment ago may not be recorded yet.
                if (!"result-not-found".equals(e.code()) || left.isZero()) {
                    throw e;
                }
                Thread.sleep(Math.min(200, left.toMillis() + 1));
            }
        }
    }
}
