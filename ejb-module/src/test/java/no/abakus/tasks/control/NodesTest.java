package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.port.ControlMessage;
import no.abakus.tasks.spi.NodeListener;
import no.abakus.tasks.testing.CountingIds;
import no.abakus.tasks.testing.InMemoryTopic;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** Nodes that know each other, query each other, and notice missing nodes. */
class NodesTest {

    private static final Command<String, String> ECHO = new Command<>("echo", String.class, String.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final SettableClock clock = new SettableClock();
    private final InMemoryTopic topic = new InMemoryTopic();
    private final TestNode a = new TestNode("a", "run-a");
    private final TestNode b = new TestNode("b", "run-b");

    private final class TestNode implements NodeListener {
        final NodeMessaging conversation;
        final Heartbeat pulse;
        final List<String> heard = new ArrayList<>();
        final List<String> lost = new ArrayList<>();

        TestNode(String name, String run) {
            Peers peers = new Peers(HEARTBEAT);
            ClockSkew skew = new ClockSkew(clock);
            skew.look(clock::now);
            Node node = new Node(
                    new NodeIdentity(name, run, Instant.EPOCH),
                    new Sources(clock, new CountingIds(), SampleMessages.TOKENS, () -> 0));
            conversation = new NodeMessaging(node, topic, peers, new ControlCodec(new JsonTaskSerializer()), skew);
            conversation.answer(ECHO.by(said -> {
                heard.add(said);
                return name + " heard " + said;
            }));
            pulse = new Heartbeat(conversation, peers, node, List.of(this));
            topic.join(conversation);
        }

        @Override
        public void lost(String node) {
            lost.add(node);
        }

        Map<String, String> ask(String... names) {
            return conversation.ask(ECHO, "hei", Set.of(names), AT_ONCE);
        }
    }

    @Test
    void all_answer_and_each_is_asked_once() {
        assertThat(a.ask()).isEqualTo(Map.of("a", "a heard hei", "b", "b heard hei"));
        assertThat(a.heard).containsExactly("hei");
        assertThat(b.heard).containsExactly("hei");
    }

    @Test
    void only_those_that_are_named_are_asked() {
        a.pulse.begin();
        b.pulse.begin();

        assertThat(a.ask("b")).containsOnlyKeys("b");
        assertThat(a.ask("a")).containsOnlyKeys("a");
        assertThat(a.ask("c")).isEmpty();
        assertThat(b.heard).hasSize(1);
        assertThat(a.heard).hasSize(1);
    }

    @Test
    void what_is_told_is_heard_by_all_this_node_included() {
        a.conversation.tell(ECHO, "news");

        assertThat(a.heard).containsExactly("news");
        assertThat(b.heard).containsExactly("news");
    }

    @Test
    void a_node_that_begins_is_answered_so_that_it_knows_the_others() {
        a.pulse.begin();
        b.pulse.begin();

        // b waits for the nodes it knows; here they have answered before it would wait.
        assertThat(b.ask("a")).containsOnlyKeys("a");
        assertThat(a.ask("b")).containsOnlyKeys("b");
    }

    @Test
    void a_node_that_is_silent_for_three_heartbeats_is_lost_and_told_of_once() {
        a.pulse.begin();
        b.pulse.begin();
        topic.leave(b.conversation);
        for (int i = 0; i < 3; i++) {
            clock.advance(HEARTBEAT);
            a.pulse.beat();
        }
        assertThat(a.lost).isEmpty();

        clock.advance(HEARTBEAT);
        a.pulse.beat();
        a.pulse.beat();

        assertThat(a.lost).containsExactly("b");
        assertThat(a.ask("b")).isEmpty();
    }

    @Test
    void a_node_that_has_said_good_bye_is_not_lost() {
        a.pulse.begin();
        b.pulse.begin();
        b.pulse.end();
        for (int i = 0; i < 5; i++) {
            clock.advance(HEARTBEAT);
            a.pulse.beat();
        }

        assertThat(a.lost).isEmpty();
    }

    @Test
    void while_the_broker_is_out_of_reach_nobody_is_taken_for_dead() {
        a.pulse.begin();
        b.pulse.begin();
        topic.breakDown("switched off");
        for (int i = 0; i < 10; i++) {
            clock.advance(HEARTBEAT);
            a.pulse.beat();
            b.pulse.beat();
        }
        topic.restore();
        for (int i = 0; i < 5; i++) {
            a.pulse.beat();
            b.pulse.beat();
            clock.advance(HEARTBEAT);
        }

        assertThat(a.lost).isEmpty();
        assertThat(b.lost).isEmpty();
        topic.leave(b.conversation);
        for (int i = 0; i < 5; i++) {
            clock.advance(HEARTBEAT);
            a.pulse.beat();
        }
        assertThat(a.lost).containsExactly("b");
    }

    @Test
    void without_the_broker_a_node_still_answers_itself_and_says_that_it_reaches_no_other() {
        a.pulse.begin();
        b.pulse.begin();
        topic.breakDown("switched off");

        assertThat(a.ask()).containsOnlyKeys("a");
        assertThatThrownBy(() -> a.ask("b")).isInstanceOf(OperationalException.class);
    }

    @Test
    void what_is_not_understood_disturbs_nobody() {
        for (ControlMessage nonsense : List.of(
                message("unknown", "{}"),
                message("echo", "no json"),
                message("echo", "{\"args\":[]}"),
                message("answer", ""))) {
            topic.tell(nonsense);
        }

        assertThat(a.ask()).hasSize(2);
    }

    private ControlMessage message(String kind, String content) {
        return new ControlMessage(kind, "", "stranger", "run-x", Optional.empty(), content, clock.now());
    }
}
