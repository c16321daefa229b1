package no.abakus.bench.drills;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends each request to the next of its nodes, as a load balancer in front of a cluster does. A failed request is not
 * repeated.
 */
final class Balancer implements Load.Sender {

    private final List<TaskApi> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Balancer(List<TaskApi> nodes) {
        this.nodes.addAll(nodes);
    }

    void remove(TaskApi node) {
        nodes.remove(node);
    }

    void add(TaskApi node) {
        nodes.add(node);
    }

    @Override
    public String send(String task, Map<String, ?> call) throws IOException, InterruptedException {
        List<TaskApi> now = List.copyOf(nodes);
        return now.get(Math.floorMod(next.getAndIncrement(), now.size())).send(task, call);
    }
}
