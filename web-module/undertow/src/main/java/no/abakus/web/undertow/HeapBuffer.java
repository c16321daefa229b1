package no.abakus.web.undertow;

import io.undertow.connector.PooledByteBuffer;
import java.nio.ByteBuffer;

/** Bytes on the heap, for places where Undertow expects a buffer from its pool. */
final class HeapBuffer implements PooledByteBuffer {

    private ByteBuffer buffer;

    HeapBuffer(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    @Override
    public ByteBuffer getBuffer() {
        if (buffer == null) {
            throw new IllegalStateException("The buffer is closed");
        }
        return buffer;
    }

    @Override
    public void close() {
        buffer = null;
    }

    @Override
    public boolean isOpen() {
        return buffer != null;
    }
}
