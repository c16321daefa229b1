package no.abakus.tasks.console.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTargetTest {

    @Test
    void an_order_by_name_says_in_its_body_what_it_is_given_to() {
        assertThat(target(Map.of("queue", "mail"))).contains("queues/mail");
        assertThat(target(Map.of("task", "mail.send", "nodes", List.of("node-1"))))
                .contains("tasks/mail.send");
        assertThat(target(Map.of("nodes", List.of("node-1")))).contains("workers/node-1");
        assertThat(target(Map.of("nodes", List.of("node-1", "node-2")))).isEmpty();
        assertThat(target(Map.of("queue", 7))).isEmpty();
    }

    private static Optional<String> target(Map<String, Object> body) {
        OrderTarget target = new OrderTarget();
        target.of(body);
        return target.get();
    }
}
