package no.abakus.tasks.console.live;

import java.io.IOException;

/** An output to which a stream writes without waiting. */
interface Out {

    /** Whether a piece can be written now; if not, the stream is told when this becomes possible. */
    boolean isReady();

    void write(byte[] piece) throws IOException;

    void flush() throws IOException;

    /** Ends the response. */
    void close();
}
