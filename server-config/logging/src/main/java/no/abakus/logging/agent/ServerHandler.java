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
 * Passes records to the server's own {@link JsonHandler}, so that all lines of the process go to one output. Until the
 * server has created that handler, this class writes the lines itself. It does not use a logger, because a handler that
 * prints, such as the console handler during early boot, would then receive its own output again and again.
 * Thread-safe.
 */
final class ServerHandler implements Consumer<LogRecord> {
    /**
     * The property that a server sets before it first requests its log manager. An earlier request would create a
     * different manager.
     */
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
            // Code that prints does not expect an exception, and this error cannot be reported elsewhere.
        }
    }
}
