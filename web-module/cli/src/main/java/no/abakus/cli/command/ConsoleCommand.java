package no.abakus.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.ServerOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parts that all commands share: the options of the server, the output, and the exit code. */
abstract class ConsoleCommand implements Callable<Integer> {

    /** A year. */
    private static final int LONGEST_WAIT = 31_536_000;

    @Spec
    private CommandSpec command;

    @Mixin
    private ServerOptions server;

    @Override
    public final Integer call() throws Exception {
        int code = run(server.api()).code();
        out().flush();
        return code;
    }

    abstract Exit run(Api api) throws Exception;

    final PrintWriter out() {
        return command.commandLine().getOut();
    }

    final PrintWriter err() {
        return command.commandLine().getErr();
    }

    final boolean isJson() {
        return server.isJson();
    }

    final void printJson(JsonNode json) {
        out().println(json.toPrettyString());
    }

    /**
     * Returns the value of an option as a duration. A value that is out of range is reported as a mistake in the
     * command line.
     */
    final Duration span(String option, double value) {
        if (!(value >= 0 && value <= LONGEST_WAIT)) {
            throw wrong(option + " takes seconds, from 0 to " + LONGEST_WAIT);
        }
        return Duration.ofMillis(Math.round(value * 1_000));
    }

    final ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
