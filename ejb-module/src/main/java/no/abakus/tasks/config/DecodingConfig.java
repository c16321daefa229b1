package no.abakus.tasks.config;

import java.util.List;

/**
 * How much memory decoded messages may take.
 *
 * @param maxDecodedSize the maximum memory for the decoded values of one body, in bytes
 * @param memory the maximum memory, in bytes, for all messages that are being read; messages whose tasks are running
 *     may take the same amount again
 */
public record DecodingConfig(int maxDecodedSize, long memory) {

    private static final long MIB = 1024L * 1024;
    private static final long LEAST_MEMORY = 32 * MIB;

    static final Setting<Integer> MAX_DECODED_SIZE = Setting.count(
            "abakus.tasks.message.max-decoded-size",
            128 * 1024 * 1024,
            1024 * 1024,
            1024 * 1024 * 1024,
            "The maximum memory in bytes for the values of one body, estimated while the body is read; a message that"
                    + " needs more is rejected.");

    static final Setting<Integer> DECODING_MEMORY = Setting.count(
            "abakus.tasks.message.decoding-memory",
            0,
            0,
            1024 * 1024,
            "The maximum memory in MiB for the values of all large or compressed bodies that a node is reading. The"
                    + " bodies of running tasks may take the same amount again. Further messages wait. 0 for a"
                    + " quarter of the heap.");

    static final List<Setting<?>> SETTINGS = List.of(MAX_DECODED_SIZE, DECODING_MEMORY);

    static DecodingConfig from(SettingReader reader) {
        int said = reader.read(DECODING_MEMORY);
        return new DecodingConfig(
                reader.read(MAX_DECODED_SIZE),
                said == 0 ? Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 4) : said * MIB);
    }
}
