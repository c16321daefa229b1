package no.abakus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import no.abakus.cli.command.AbakusCommand;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.RefusedException;
import no.abakus.cli.rest.UnreachableException;
import no.abakus.cli.text.Plain;
import picocli.CommandLine;

/** The program {@code abakus}. */
public final class Abakus {

    private Abakus() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new AbakusCommand());
        commandLine.setExecutionExceptionHandler((thrown, command, parsed) -> said(thrown, command.getErr()));
        return commandLine;
    }

    private static int said(Exception thrown, PrintWriter err) throws Exception {
        if (thrown instanceof RefusedException refused) {
            err.println(Plain.text(refused.getMessage()));
            return (refused.isFault() ? Exit.UNREACHABLE : Exit.REFUSED).code();
        }
        if (thrown instanceof UnreachableException || thrown instanceof IOException) {
            err.println(Plain.text(String.valueOf(thrown.getMessage())));
            return Exit.UNREACHABLE.code();
        }
        throw thrown;
    }
}
