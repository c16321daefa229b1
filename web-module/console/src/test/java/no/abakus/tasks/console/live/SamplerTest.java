package no.abakus.tasks.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private Instant now = Instant.parse("2030-01-01T12:00:00Z");
    private final List<Topic> asked = new ArrayList<>();
    private Optional<String> answer = Optional.of("{\"x\":1}");
    private boolean isLoggedIn = true;

    private final Sampler sampler = new Sampler(
            topic -> {
                asked.add(topic);
                return answer;
            },
            () -> now,
            2);

    /** A client that takes what it is ready for. */
    private static final class Client implements Out {
        private final StringBuilder taken = new StringBuilder();
        private boolean isReady = true;
        private boolean isClosed;
        private boolean isBroken;
        private boolean isOdd;

        @Override
        public boolean isReady() {
            return isReady;
        }

        @Override
        public void write(byte[] piece) throws IOException {
            if (isBroken) {
                throw new IOException("gone");
            }
            if (isOdd) {
                throw new NullPointerException("recycled");
            }
            taken.append(new String(piece, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private LiveStream stream(Client client, Set<Topic> topics) {
        return new LiveStream(topics, () -> isLoggedIn, now, now.plus(Duration.ofHours(1)), client);
    }

    private Client listening(Topic... topics) {
        Client client = new Client();
        sampler.add(stream(client, EnumSet.copyOf(List.of(topics))));
        return client;
    }

    @Test
    void a_stream_that_fails_in_a_way_of_the_container_is_ended_and_the_others_go_on() {
        Client odd = listening(Topic.WORKERS);
        Client other = listening(Topic.WORKERS);
        odd.isOdd = true;

        seconds(1);

        assertThat(odd.isClosed).isTrue();
        assertThat(other.taken.toString()).contains("event: workers");
        assertThat(sampler.hasRoom()).isTrue();
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            sampler.tick();
            now = now.plusSeconds(1);
        }
    }

    @Test
    void all_streams_share_a_sample_and_nobody_is_asked_for_other_topics() {
        Client one = listening(Topic.WORKERS);
        Client other = listening(Topic.WORKERS);
        seconds(1);

        assertThat(asked).containsExactly(Topic.WORKERS);
        assertThat(one.taken).hasToString("retry: 3000\n\nid: 1\nevent: workers\ndata: {\"x\":1}\n\n");
        assertThat(other.taken.toString()).isEqualTo(one.taken.toString());
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        Client client = listening(Topic.WORKERS);
        seconds(5);
        assertThat(client.taken.toString()).containsOnlyOnce("data:");

        answer = Optional.of("{\"x\":2}");
        seconds(2);
        assertThat(client.taken.toString()).endsWith("id: 2\nevent: workers\ndata: {\"x\":2}\n\n");
    }

    @Test
    void the_broker_is_asked_every_five_seconds() {
        listening(Topic.QUEUES);
        seconds(11);

        assertThat(asked).hasSize(3);
    }

    @Test
    void a_topic_that_cannot_be_reached_is_named() {
        answer = Optional.empty();
        Client client = listening(Topic.QUEUES);
        seconds(1);

        assertThat(client.taken.toString()).endsWith("event: unavailable\ndata: {\"topic\":\"queues\"}\n\n");
    }

    @Test
    void an_idle_stream_has_heartbeats() {
        Client client = listening(Topic.QUEUES);
        seconds(12);

        assertThat(client.taken.toString()).endsWith("\n\n:\n\n");
    }

    @Test
    void streams_are_bounded_and_leave_room_when_they_end() {
        Client client = listening(Topic.QUEUES);
        listening(Topic.QUEUES);
        assertThat(sampler.hasRoom()).isFalse();

        client.isBroken = true;
        seconds(1);
        assertThat(client.isClosed).isTrue();
        assertThat(sampler.hasRoom()).isTrue();
    }

    @Test
    void a_stream_ends_with_the_session_and_after_its_time() {
        Client client = listening(Topic.QUEUES);
        seconds(1);
        isLoggedIn = false;
        seconds(1);
        assertThat(client.isClosed).isTrue();
        assertThat(sampler.isIdle()).isTrue();

        isLoggedIn = true;
        Client old = listening(Topic.QUEUES);
        now = now.plus(Duration.ofHours(2));
        seconds(1);
        assertThat(old.isClosed).isTrue();
    }

    @Test
    void a_slow_client_gets_all_of_it_later_and_one_that_is_too_slow_is_dropped() {
        Client client = new Client();
        LiveStream stream = stream(client, Set.of(Topic.WORKERS));
        client.isReady = false;
        sampler.add(stream);
        seconds(1);
        assertThat(client.taken).isEmpty();
        client.isReady = true;
        stream.goOn();
        assertThat(client.taken.toString()).contains("retry:").contains("data:");

        client.isReady = false;
        for (int i = 0; i < 5; i++) {
            answer = Optional.of("\"" + i + "x".repeat(300_000) + "\"");
            seconds(2);
        }
        assertThat(client.isClosed).isTrue();
    }

    @Test
    void topics_are_listed_by_their_words() {
        assertThat(Topic.listed("overview,bulk")).contains(EnumSet.of(Topic.OVERVIEW, Topic.BULK));
        assertThat(Topic.listed(null)).isEmpty();
        assertThat(Topic.listed("")).isEmpty();
        assertThat(Topic.listed("overview,")).isEmpty();
        assertThat(Topic.listed("x,".repeat(100))).isEmpty();
    }
}
