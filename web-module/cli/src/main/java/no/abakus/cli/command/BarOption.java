package no.abakus.cli.command;

import java.io.Console;
import picocli.CommandLine.Option;

/** The option that draws the progress of a task while a command waits for that task. */
final class BarOption {

    @Option(
            names = "--progress",
            negatable = true,
            description = "Draws the task's progress on stderr while waiting; by default only on a terminal.")
    private Boolean isWanted;

    boolean isWanted() {
        return isWanted == null ? isTerminal() : isWanted;
    }

    /** Returns whether there is a terminal. From JDK 22 on, a console can exist without a terminal. */
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
