package no.abakus.cli.command;

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
        return isWanted == null ? System.console() != null : isWanted;
    }
}
