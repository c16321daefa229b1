package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.RefusedException;
import no.abakus.cli.text.Plain;

/** Waits for the result of a task, and prints it. */
final class Outcome {

    private static final Set<String> FINAL = Set.of("SUCCESS", "FAILURE", "REVOKED", "REJECTED", "EXPIRED", "IGNORED");

    /** A server holds a response back for a limited time only. */
    private static final Duration AT_A_TIME = Duration.ofSeconds(20);

    private final ConsoleCommand command;
    private final Api api;

    Outcome(ConsoleCommand command, Api api) {
        this.command = command;
        this.api = api;
    }

    /** Prints what is known of the task after at most this time; zero does not wait. */
    Exit print(String id, Duration wait) throws InterruptedException {
        JsonNode result = awaited(id, wait);
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

    private JsonNode awaited(String id, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Duration now = left.compareTo(AT_A_TIME) < 0 ? left : AT_A_TIME;
            Call call = Call.of("results", id);
            try {
                JsonNode result = now.isZero() ? api.get(call) : api.get(call.with("wait", now.toMillis() / 1e3), now);
                if (FINAL.contains(result.path("state").asText()) || left.compareTo(now) == 0) {
                    return result;
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
