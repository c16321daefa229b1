package no.abakus.logging.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.server.JsonFormatter;
import no.abakus.logging.server.JsonHandler;

/**
 * Hands records to the server's own {@link JsonHandler}, so that all lines of the process leave by one way; until the server has
 * made it, writes them itself. Not through a logger: a handler that prints, such as the console's of an early boot, would print
 * what it is given for ever. Thread-safe.
 */
final class ServerHandler implements Consumer<LogRecord> {
    /** Set by a server before it first asks for the manager; to ask earlier would be to choose in its place. */
    private static final String MANAGER_CHOSEN = "java.util.logging.manager";

    private final JsonFormatter formatter = new JsonFormatter();
    private final OutputStream stdout;

    ServerHandler() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    ServerHandler(OutputStream stdout) {
        this.stdout = stdout;
    }

    @Override
    public void accept(LogRecord record) {
        if (System.getProperty(MANAGER_CHOSEN) != null) {
            for (Handler handler : Logger.getLogger("").getHandlers()) {
                if (handler instanceof JsonHandler) {
                    handler.publish(record);
                    return;
                }
            }
        }
        write(formatter.format(record).getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void write(byte[] line) {
        try {
            stdout.write(line);
        } catch (IOException unwritable) {
            // Whoever prints expects no exception, and there is nowhere left to tell it.
        }
    }
}
