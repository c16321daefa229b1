package no.abakus.cli.rest;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that every command has. They name the server, the user and the format of the output. The password is not
 * an option, because other users of the machine can see the options of a process.
 */
public final class ServerOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:ABAKUS_URL:-http://127.0.0.1:8080/abakus}",
            description = "Address of the console.")
    private URI url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "${env:ABAKUS_USER:-operator}",
            description = "User of the console.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File whose first line is the password.")
    private Path passwordFile;

    @Option(names = "--json", description = "Prints the server's response as JSON.")
    private boolean isJson;

    /** Returns whether to print JSON. */
    public boolean isJson() {
        return isJson;
    }

    /** Returns the console's API for the user that these options name. */
    public Api api() {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(
                    command.commandLine(),
                    "'" + url + "' is not the address of a console, such as http://127.0.0.1:8080/abakus");
        }
        return new Api(URI.create(url.toString().replaceFirst("/+$", "") + "/api/"), user, password());
    }

    private String password() {
        if (passwordFile != null) {
            return firstLine(passwordFile);
        }
        return Optional.ofNullable(System.getenv("ABAKUS_PASSWORD")).orElseGet(this::asked);
    }

    private String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new ParameterException(command.commandLine(), "The password could not be read from " + file, e);
        }
    }

    /**
     * Asks for the password. From JDK 22 on, a console can exist without a terminal; such a console reads standard
     * input, and returns null at the end of the input.
     */
    @SuppressWarnings("SystemConsoleNull")
    private String asked() {
        Console terminal = System.console();
        char[] typed = terminal == null ? null : terminal.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw new ParameterException(
                    command.commandLine(), "There is no password: set ABAKUS_PASSWORD, or use --password-file");
        }
        return new String(typed);
    }
}
