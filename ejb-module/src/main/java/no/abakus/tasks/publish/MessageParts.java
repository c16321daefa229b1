package no.abakus.tasks.publish;

import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.SignatureCodec;

/**
 * What makes the parts of a message.
 *
 * @param codec its body
 * @param summaries what consoles show of the arguments
 * @param contexts the log context that travels along
 * @param headers what the call's author sends along
 * @param signatures what follows the task
 */
public record MessageParts(
        MessageCodec codec,
        ArgumentSummary summaries,
        ContextCarrier contexts,
        Headers headers,
        SignatureCodec signatures) {}
