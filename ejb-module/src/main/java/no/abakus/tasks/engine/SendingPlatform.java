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

/**
 * What sending needs of its surroundings.
 *
 * @param node who sends
 * @param sources time, ids and chance
 * @param redaction hides secrets in what is shown of arguments
 * @param transactions make rows and messages happen together
 * @param transport takes messages to the broker
 * @param sendLimit bounds how long a send may take
 * @param results where records of tasks are
 * @param orders where orders of operators are
 * @param later looks for results that somebody waits for
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
        Later later) {}
