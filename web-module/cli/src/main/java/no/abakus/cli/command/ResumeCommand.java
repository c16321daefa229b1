package no.abakus.cli.command;

import picocli.CommandLine.Command;

/** Resumes a paused queue or task on all nodes. */
@Command(name = "resume", description = "Resumes a paused queue or task on all nodes.")
final class ResumeCommand extends TargetCommand {

    ResumeCommand() {
        super("resume", "resumed");
    }
}
