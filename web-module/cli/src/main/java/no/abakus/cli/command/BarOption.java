package no.abakus.cli.command;

import java.io.Console;
import picocli.CommandLine.Option;

/** Whether a command that waits for a task draws its progress. */
final class BarOption {

    @Option(
            names = "--progress",
            negatable = true,
            description = "While it waits, draws the progress that the task reports on stderr; by default if there is"
                    + " a terminal.")
    private Boolean isWanted;

    boolean isWanted() {
        return isWanted == null ? isTerminal() : isWanted;
    }

    /** From JDK 22 on, a console can exist without a terminal; {@code isTerminal} says whether there is one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            // Before JDK 22, a console is always a terminal.
            return true;
        }
    }
}
