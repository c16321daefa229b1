package no.abakus.tasks.engine;

import no.abakus.logging.Redaction;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.result.Later;
import no.abakus.tasks.tracing.Tracing;

/**
 * The environment that sending needs.
 *
 * @param node the identity of the sender
 * @param sources time, ids and random numbers
 * @param redaction hides secrets in displayed arguments
 * @param transactions commit database rows and messages together
 * @param transport sends messages to the broker
 * @param sendLimit bounds how long a send may take
 * @param results stores the records of tasks
 * @param orders stores revocations and pauses
 * @param later runs work after a delay, such as the polls for results
 * @param tracing traces sends and, on a node, also runs
 */
public record SendingPlatform(
        NodeIdentity node,
        Sources sources,
        Redaction redaction,
        Transactions transactions,
        Transport transport,
        SendLimit sendLimit,
        ResultBackend results,
        OrderStore orders,
        Later later,
        Tracing tracing) {}
