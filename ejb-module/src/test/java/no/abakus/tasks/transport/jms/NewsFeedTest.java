package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.TaskNews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The notifications of all nodes, received without a container. */
@ExtendWith(EmbeddedBroker.class)
class NewsFeedTest {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<TaskNews> heard = new LinkedBlockingQueue<>();

    @Test
    void what_is_told_is_heard_from_when_somebody_wants_to_know() throws InterruptedException {
        TaskNews news = new TaskNews("t-1", "sum", TaskState.SUCCESS, "node-a", Instant.parse("2026-11-22T10:00:00Z"));
        try (NewsFeed feed =
                new NewsFeed(new KeptConnection(EmbeddedBroker.connections()), heard::add, QueueNames.PLAIN)) {
            feed.listen();
            feed.listen();

            new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN)
                    .news()
                    .tell(news);

            assertThat(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(news);
            assertThat(heard).as("once, however often it was asked to listen").isEmpty();
        }
    }

    @Test
    void what_a_stranger_tells_is_passed_over() throws Exception {
        try (JMSContext stranger = EmbeddedBroker.connections().createContext();
                NewsFeed feed =
                        new NewsFeed(new KeptConnection(EmbeddedBroker.connections()), heard::add, QueueNames.PLAIN)) {
            feed.listen();
            StreamMessage nothing = stranger.createStreamMessage();
            nothing.writeString(null);
            StreamMessage unknownState = stranger.createStreamMessage();
            for (String text : List.of("t-0", "sum", "DONE", "node-a", "2026-11-22T10:00:00Z")) {
                unknownState.writeString(text);
            }
            StreamMessage broken = stranger.createStreamMessage();
            broken.writeString("t-0");
            broken.writeBytes(new byte[] {1});
            for (Message message : List.of(nothing, unknownState, broken, stranger.createTextMessage("t-0"))) {
                message.setJMSType("abakus.news");
                stranger.createProducer()
                        .send(stranger.createTopic(QueueNames.PLAIN.topicAtBroker(JmsNews.TOPIC)), message);
            }
            TaskNews news =
                    new TaskNews("t-1", "sum", TaskState.SUCCESS, "node-a", Instant.parse("2026-11-22T10:00:00Z"));
            new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN)
                    .news()
                    .tell(news);

            assertThat(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(news);
        }
    }

    @Test
    void a_broker_that_is_away_is_no_trouble_to_whoever_waits_and_a_closed_feed_stays_closed() {
        NewsFeed nowhere = new NewsFeed(new KeptConnection(EmbeddedBroker.unreachable()), heard::add, QueueNames.PLAIN);
        nowhere.listen();
        nowhere.close();
        nowhere.listen();

        assertThat(heard).isEmpty();
    }
}
