package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.EventStream;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.JsonText;
import no.abakus.cli.rest.RefusedException;
import no.abakus.cli.rest.UnreachableException;
import no.abakus.cli.text.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints each change of the system's state, until Ctrl-C. */
@Command(name = "tail", description = "Prints each change of the system's state, until Ctrl-C.")
final class TailCommand extends ConsoleCommand {

    private static final Duration BEFORE_RECONNECT = Duration.ofSeconds(3);

    @Option(
            names = "--topics",
            paramLabel = "TOPICS",
            defaultValue = "overview",
            description = "One or more of overview, queues, workers and bulk, separated by commas.")
    private String topics;

    @Option(names = "--once", description = "Ends when the server closes the stream, instead of connecting again.")
    private boolean isOnce;

    private String lastId = "";
    private boolean wasConnected;

    @Override
    Exit run(Api api) throws IOException, InterruptedException {
        while (true) {
            try {
                follow(api);
            } catch (IOException | UnreachableException e) {
                // The server may be restarting, so the command connects again.
                if (isOnce || !wasConnected) {
                    throw e;
                }
            } catch (RefusedException e) {
                if (isOnce || !wasConnected || e.isFinal()) {
                    throw e;
                }
            }
            if (isOnce) {
                return Exit.DONE;
            }
            Thread.sleep(BEFORE_RECONNECT.toMillis());
        }
    }

    private void follow(Api api) throws IOException {
        try (EventStream events = api.events(Call.of("live").with("topics", topics), lastId)) {
            wasConnected = true;
            Optional<EventStream.Event> event = events.next();
            while (event.isPresent()) {
                print(event.get());
                lastId = event.get().id();
                event = events.next();
            }
        }
    }

    private void print(EventStream.Event event) {
        if (isJson()) {
            out().println(Plain.text(event.data()));
        } else {
            LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
            out().println(now + "  " + Plain.text(event.name()) + "  " + sentence(event));
        }
        out().flush();
    }

    private static String sentence(EventStream.Event event) {
        try {
            JsonNode data = JsonText.parsed(event.data());
            JsonNode verdict = data.path("verdict").path("sentence");
            return verdict.isTextual() ? cell(verdict) : Plain.text(event.data());
        } catch (JsonProcessingException e) {
            return Plain.text(event.data());
        }
    }
}
