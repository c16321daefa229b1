package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random requests to each operation of the REST API never get a status of 500 or above, and each refusal is a problem
 * with a code. {@code -Dfuzz.requests=1000000} makes it a long run, {@code -Dfuzz.seed=} repeats one.
 */
@Tag("long")
@OnSharedServer
final class RestFuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final int THREADS = 8;

    /** The test stops after so many faults, because more would tell nothing new. */
    private static final int MANY = 20;

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_129L);

    @Test
    void no_request_is_answered_as_if_the_server_were_at_fault(Server server) throws Exception {
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> senders = IntStream.range(0, THREADS)
                    .<Callable<Integer>>mapToObj(n -> () -> send(server, new Random(SEED + n), faults))
                    .toList();
            for (Future<Integer> sent : threads.invokeAll(senders)) {
                assertThat(sent.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(faults).as("seed " + SEED).isEmpty();
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
    }

    /** Sends this thread's share of the requests, and returns how many it sent before there were too many faults. */
    private static int send(Server server, Random random, Queue<String> faults) throws IOException {
        RandomRequests requests = new RandomRequests(random);
        int sent = 0;
        while (sent < REQUESTS / THREADS && faults.size() < MANY) {
            RawRequest request = requests.next();
            RawRequest.Answer answer = request.send(server);
            if (answer.isFault()) {
                faults.add(request + " -> " + answer);
            }
            sent++;
        }
        return sent;
    }

    /**
     * Derives the requests from the description, so that this test tries a new parameter or member without a change.
     */
    @Test
    void every_parameter_and_member_of_the_description_is_tried_with_every_odd_value(Server server) throws Exception {
        Http http = server.operator();
        String ended = http.applyAsync("diagnostics.fail", "{\"args\":[\"tried\"],\"ignore_result\":false}");
        http.get("/abakus/api/results/" + ended + "?wait=5");
        List<RawRequest> requests =
                DescribedRequests.of(http.get("/abakus/api/openapi.json").json(), ended);
        assertThat(requests).hasSizeGreaterThan(3_000);
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> sends = requests.stream()
                    .<Callable<Boolean>>map(request -> () -> {
                        RawRequest.Answer answer = request.send(server);
                        return !answer.isFault() || faults.add(request + " -> " + answer);
                    })
                    .toList();
            for (Future<Boolean> sent : threads.invokeAll(sends)) {
                assertThat(sent.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(faults).isEmpty();
        assertThat(server.http().get("/abakus/api/health").status()).isEqualTo(200);
    }
}
