package no.abakus.tasks.config;

import java.util.List;

/**
 * How much memory decoded messages may take.
 *
 * @param maxDecodedSize the most memory for the decoded values of one body, in bytes
 * @param memory the most memory in bytes for all messages that are being read, and the same amount again for all whose
 *     tasks are running
 */
public record DecodingConfig(int maxDecodedSize, long memory) {

    private static final long MIB = 1024L * 1024;
    private static final long LEAST_MEMORY = 32 * MIB;

    static final Setting<Integer> MAX_DECODED_SIZE = Setting.count(
            "abakus.tasks.message.max-decoded-size",
            128 * 1024 * 1024,
            1024 * 1024,
            1024 * 1024 * 1024,
            "The most bytes of memory that the values of one body may take, as estimated while it is read; a message"
                    + " with more is rejected.");

    static final Setting<Integer> DECODING_MEMORY = Setting.count(
            "abakus.tasks.message.decoding-memory",
            0,
            0,
            1024 * 1024,
            "The most MiB that the values of all large or compressed bodies may take on one node while they are read,"
                    + " and again while their tasks run; further messages wait. 0 for a quarter of the heap.");

    static final List<Setting<?>> SETTINGS = List.of(MAX_DECODED_SIZE, DECODING_MEMORY);

    static DecodingConfig from(SettingReader reader) {
        int said = reader.read(DECODING_MEMORY);
        return new DecodingConfig(
                reader.read(MAX_DECODED_SIZE),
                said == 0 ? Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 4) : said * MIB);
    }
}
