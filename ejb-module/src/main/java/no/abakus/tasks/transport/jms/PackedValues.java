package no.abakus.tasks.transport.jms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Encodes JMS property values as bytes, each with its type. */
final class PackedValues {

    private static final int NULL = 0;
    private static final int TEXT = 1;
    /** A string with unpaired surrogates, which UTF-8 cannot represent. */
    private static final int RAW_TEXT = 2;

    private static final int BINARY = 3;
    private static final int BOOLEAN = 4;
    private static final int BYTE = 5;
    private static final int SHORT = 6;
    private static final int INT = 7;
    private static final int LONG = 8;
    private static final int FLOAT = 9;
    private static final int DOUBLE = 10;

    private PackedValues() {}

    /** Writes values one after the other. */
    static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        private final DataOutputStream to = new DataOutputStream(bytes);

        void number(int number) {
            try {
                to.writeInt(number);
            } catch (IOException e) {
                throw inMemory(e);
            }
        }

        void value(Object value) {
            try {
                write(value);
            } catch (IOException e) {
                throw inMemory(e);
            }
        }

        private void write(Object value) throws IOException {
            if (value == null) {
                to.writeByte(NULL);
            } else if (value instanceof String text) {
                boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
                block(whole ? TEXT : RAW_TEXT, whole ? text.getBytes(StandardCharsets.UTF_8) : raw(text));
            } else if (value instanceof byte[] binary) {
                block(BINARY, binary);
            } else if (value instanceof Boolean said) {
                to.writeByte(BOOLEAN);
                to.writeBoolean(said);
            } else if (value instanceof Byte number) {
                to.writeByte(BYTE);
                to.writeByte(number);
            } else if (value instanceof Short number) {
                to.writeByte(SHORT);
                to.writeShort(number);
            } else if (value instanceof Integer number) {
                to.writeByte(INT);
                to.writeInt(number);
            } else if (value instanceof Long number) {
                to.writeByte(LONG);
                to.writeLong(number);
            } else if (value instanceof Float number) {
                to.writeByte(FLOAT);
                to.writeFloat(number);
            } else if (value instanceof Double number) {
                to.writeByte(DOUBLE);
                to.writeDouble(number);
            } else {
                throw new IllegalArgumentException(
                        "JMS has no property of the type " + value.getClass().getName());
            }
        }

        private static byte[] raw(String text) {
            ByteBuffer raw = ByteBuffer.allocate(Math.multiplyExact(Character.BYTES, text.length()));
            raw.asCharBuffer().put(text);
            return raw.array();
        }

        private void block(int type, byte[] content) throws IOException {
            to.writeByte(type);
            to.writeInt(content.length);
            to.write(content);
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        private static UncheckedIOException inMemory(IOException e) {
            return new UncheckedIOException("Writing to memory does not fail", e);
        }
    }

    /** Reads values in the order in which they were written. */
    static final class Reader {

        private final DataInputStream from;

        Reader(byte[] packed) {
            this.from = new DataInputStream(new ByteArrayInputStream(packed));
        }

        int number() throws IOException {
            return from.readInt();
        }

        Object value() throws IOException {
            int type = from.readByte();
            return switch (type) {
                case NULL -> null;
                case TEXT -> new String(block(), StandardCharsets.UTF_8);
                case RAW_TEXT -> ByteBuffer.wrap(block()).asCharBuffer().toString();
                case BINARY -> block();
                case BOOLEAN -> from.readBoolean();
                case BYTE -> from.readByte();
                case SHORT -> from.readShort();
                case INT -> from.readInt();
                case LONG -> from.readLong();
                case FLOAT -> from.readFloat();
                case DOUBLE -> from.readDouble();
                default -> throw new IOException("there is no type " + type);
            };
        }

        private byte[] block() throws IOException {
            int length = from.readInt();
            byte[] block = from.readNBytes(length);
            if (block.length != length) {
                throw new EOFException("only " + block.length + " of " + length + " bytes are there");
            }
            return block;
        }
    }
}
