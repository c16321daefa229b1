package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.abakus.cluster.ClusterNode;

/** How much memory the live objects of each node of a cluster take. The nodes are processes of this machine. */
final class NodeHeaps {

    private static final double MEGA = 1_000_000;
    private static final int LOOKS = 10;
    private static final String TOTAL = "Total";

    private NodeHeaps() {}

    /** Returns the size of the live objects of each node, by the node's name. */
    static Map<String, Double> megabytes(TaskApi api, List<ClusterNode> nodes)
            throws IOException, InterruptedException {
        Map<String, Double> heaps = new HashMap<>();
        for (ClusterNode node : nodes) {
            heaps.put(node.name(), live(process(api, node)) / MEGA);
        }
        return heaps;
    }

    private static long process(TaskApi api, ClusterNode node) throws IOException, InterruptedException {
        for (int tries = 0; tries < LOOKS; tries++) {
            // A node that takes longer than a second to answer is missing from the response.
            JsonNode worker = api.get("workers").path(node.name());
            long process = worker.path("stats").path("pid").asLong();
            if (process > 0) {
                return process;
            }
        }
        throw new IOException(node.name() + " does not say which process it is");
    }

    /** A histogram counts live objects only. Its last line is {@code Total OBJECTS BYTES}. */
    private static double live(long process) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process histogram = new ProcessBuilder(jcmd, Long.toString(process), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (histogram.waitFor() != 0 || !output.contains(TOTAL)) {
            throw new IOException("There is no histogram of the process " + process + ": " + output);
        }
        String last = output.substring(output.lastIndexOf(TOTAL)).trim();
        return Double.parseDouble(last.split("\\s+", -1)[2]);
    }
}
