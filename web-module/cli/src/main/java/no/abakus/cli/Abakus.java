package no.abakus.cli;

import java.io.PrintWriter;
import no.abakus.cli.command.CallCommand;
import no.abakus.cli.command.FailuresCommand;
import no.abakus.cli.command.PauseCommand;
import no.abakus.cli.command.QueuesCommand;
import no.abakus.cli.command.ResultCommand;
import no.abakus.cli.command.ResumeCommand;
import no.abakus.cli.command.RetryCommand;
import no.abakus.cli.command.RevokeCommand;
import no.abakus.cli.command.StatusCommand;
import no.abakus.cli.command.TailCommand;
import no.abakus.cli.command.TasksCommand;
import no.abakus.cli.command.WhyCommand;
import no.abakus.cli.command.WorkersCommand;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.RefusedException;
import no.abakus.cli.rest.UnreachableException;
import no.abakus.cli.text.Plain;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program {@code abakus}. */
@Command(
        name = "abakus",
        description = "Watches and steers tasks through the console of a server.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 110,
        version = "abakus 0.1",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  ABAKUS_URL       address of the console, by default http://127.0.0.1:8080/abakus",
            "  ABAKUS_USER      user, by default operator",
            "  ABAKUS_PASSWORD  password; without it and without --password-file the terminal is asked"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; the system is well, or the task succeeded",
            "1:the system is not well, or the task did not succeed",
            "2:the command line is wrong",
            "3:the server refused the call",
            "4:the server could not be reached, or failed",
            "5:the task has not ended within the time of --wait"
        },
        subcommands = {
            StatusCommand.class,
            TasksCommand.class,
            CallCommand.class,
            ResultCommand.class,
            WhyCommand.class,
            FailuresCommand.class,
            RetryCommand.class,
            RevokeCommand.class,
            QueuesCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            WorkersCommand.class,
            TailCommand.class,
            GenerateCompletion.class
        })
public final class Abakus {

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Abakus());
        commandLine.setExecutionExceptionHandler((thrown, command, parsed) -> said(thrown, command.getErr()));
        return commandLine;
    }

    private static int said(Exception thrown, PrintWriter err) throws Exception {
        if (thrown instanceof RefusedException refused) {
            err.println(Plain.text(refused.getMessage()));
            return (refused.isFault() ? Exit.UNREACHABLE : Exit.REFUSED).code();
        }
        if (thrown instanceof UnreachableException) {
            err.println(Plain.text(thrown.getMessage()));
            return Exit.UNREACHABLE.code();
        }
        throw thrown;
    }
}
