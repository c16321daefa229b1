package no.abakus.tasks.publish;

import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.SignatureCodec;

/**
 * Creates the parts of a message.
 *
 * @param codec writes the message's body
 * @param summaries writes the summary of the arguments for consoles
 * @param contexts packs the log context
 * @param headers checks the caller's headers
 * @param signatures writes the follow-up tasks
 */
public record MessageParts(
        MessageCodec codec,
        ArgumentSummary summaries,
        ContextCarrier contexts,
        Headers headers,
        SignatureCodec signatures) {}
