package no.abakus.tasks.engine;

import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.Listening;
import no.abakus.tasks.control.NodeName;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.crash.Suspects;

/**
 * Detects nodes that died, including earlier runs of this node.
 *
 * @param claims records which node runs which task
 * @param suspects finds the tasks that crash their nodes
 * @param name protects the name of this node from use by another live node
 */
record DeadNodes(Claims claims, Suspects suspects, NodeName name) {

    static DeadNodes of(TaskSystemConfig config, Platform platform, NodeState state, Listening listening) {
        NodeIdentity node = platform.sending().node();
        TaskClock clock = platform.sending().sources().clock();
        Platform.Stores stores = platform.stores();
        Claims claims = new Claims(
                stores.claims(),
                node,
                stores.trace().formerRun(),
                config.acks().nodeLostAfter(),
                config.results().retention(),
                clock);
        Suspects suspects = new Suspects(
                stores.suspicions(),
                node,
                stores.trace().left(),
                config.results().unfinishedRetention(),
                clock);
        NodeName name = new NodeName(
                stores.claims(),
                node,
                stores.trace().formerRun(),
                config.acks().nodeLostAfter(),
                clock,
                state.deliveryGate(),
                listening);
        return new DeadNodes(claims, suspects, name);
    }
}
