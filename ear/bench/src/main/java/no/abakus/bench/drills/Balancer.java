package no.abakus.bench.drills;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.cluster.ClusterNode;

/**
 * Sends each request to the next of its nodes, as a load balancer in front of a cluster does. A failed request is not
 * repeated.
 */
final class Balancer implements Load.Sender {

    private final Map<ClusterNode, TaskApi> apis = new ConcurrentHashMap<>();
    private final List<ClusterNode> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Balancer(List<ClusterNode> nodes) {
        nodes.forEach(this::add);
    }

    void remove(ClusterNode node) {
        ready.remove(node);
    }

    void add(ClusterNode node) {
        apis.computeIfAbsent(node, DrillCluster::api);
        ready.add(node);
    }

    @Override
    public String send(String task, Map<String, ?> call) throws IOException, InterruptedException {
        List<ClusterNode> now = List.copyOf(ready);
        if (now.isEmpty()) {
            throw new IOException("No node is ready");
        }
        ClusterNode one = now.get(Math.floorMod(next.getAndIncrement(), now.size()));
        return apis.get(one).send(task, call);
    }
}
