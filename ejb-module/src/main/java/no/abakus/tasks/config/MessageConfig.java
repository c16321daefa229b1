package no.abakus.tasks.config;

import java.util.List;

/**
 * The size limits of messages.
 *
 * @param maxBodySize the maximum size of a body, in characters (or bytes)
 * @param maxContextKeys the maximum number of log context keys that are sent along
 * @param maxContextSize the maximum number of characters in all keys and values of the log context together
 * @param argumentSummarySize the maximum number of characters in the arguments' summary; 0 for no summary
 * @param maxHeadersSize the maximum number of characters in all names and values of a call's headers together
 */
public record MessageConfig(
        int maxBodySize, int maxContextKeys, int maxContextSize, int argumentSummarySize, int maxHeadersSize) {

    static final Setting<Integer> MAX_BODY_SIZE = Setting.count(
            "abakus.tasks.message.max-body-size",
            8 * 1024 * 1024,
            1024,
            256 * 1024 * 1024,
            "The maximum size of a message's body in characters (or bytes); a larger call is refused, and a larger"
                    + " message is rejected.");
    static final Setting<Integer> MAX_CONTEXT_KEYS = Setting.count(
            "abakus.tasks.message.max-context-keys",
            64,
            0,
            64,
            "The maximum number of log context keys in a message; the keys that were bound last are left out.");
    static final Setting<Integer> MAX_CONTEXT_SIZE = Setting.count(
            "abakus.tasks.message.max-context-size",
            8 * 1024,
            0,
            32 * 1024,
            "The maximum number of characters in the log context's keys and values in a message.");

    static final Setting<Integer> ARGUMENT_SUMMARY_SIZE = Setting.count(
            "abakus.tasks.message.argument-summary-size",
            1024,
            0,
            16 * 1024,
            "The maximum number of characters in abakus_args, which holds a call's redacted arguments for consoles; 0"
                    + " for no abakus_args.");

    static final Setting<Integer> MAX_HEADERS_SIZE = Setting.count(
            "abakus.tasks.message.max-headers-size",
            8 * 1024,
            0,
            32 * 1024,
            "The maximum number of characters in the names and values of a call's headers; a call with more is"
                    + " refused.");

    static final List<Setting<?>> SETTINGS =
            List.of(MAX_BODY_SIZE, MAX_CONTEXT_KEYS, MAX_CONTEXT_SIZE, ARGUMENT_SUMMARY_SIZE, MAX_HEADERS_SIZE);

    static MessageConfig from(SettingReader reader) {
        return new MessageConfig(
                reader.read(MAX_BODY_SIZE),
                reader.read(MAX_CONTEXT_KEYS),
                reader.read(MAX_CONTEXT_SIZE),
                reader.read(ARGUMENT_SUMMARY_SIZE),
                reader.read(MAX_HEADERS_SIZE));
    }
}
