package no.abakus.tasks.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlListener;
import no.abakus.tasks.port.ControlMessage;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Sends commands and queries to the nodes of the cluster, and handles the messages that they send. Thread-safe. */
final class NodeMessaging implements ControlListener {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final String ANSWER = "answer";

    /**
     * The age above which a message is outdated and discarded. Messages get this old if, for example, this node was
     * frozen.
     */
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    private final Map<String, Command.Handled<?, ?>> commands = new ConcurrentHashMap<>();
    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private final Node node;
    private final ControlChannel channel;
    private final Peers peers;
    private final ControlCodec wire;
    private final ClockSkew skew;

    NodeMessaging(Node node, ControlChannel channel, Peers peers, ControlCodec wire, ClockSkew skew) {
        this.node = node;
        this.channel = channel;
        this.peers = peers;
        this.wire = wire;
        this.skew = skew;
    }

    /** Registers a command and its handler on this node. */
    void answer(Command.Handled<?, ?> handled) {
        commands.put(handled.command().name(), handled);
    }

    /** Sends a command to all nodes, this one included, in the thread's transaction. No node replies. */
    <Q> void tell(Command<Q, ?> command, Q content) {
        channel.tell(message(command.name(), "", Optional.empty(), wire.write(content)));
    }

    /**
     * Queries nodes. Call this outside a transaction. This node replies immediately, without the broker.
     *
     * @param names the nodes to query; empty for all
     * @return the reply of each node that replied in time
     */
    <Q, A> Map<String, A> ask(Command<Q, A> command, Q content, Set<String> names, Duration patience) {
        return askEach(command, content, names, patience, answered -> {});
    }

    /** Like {@link #ask}, but also calls the listener with the name of each node as soon as that node has replied. */
    <Q, A> Map<String, A> askEach(
            Command<Q, A> command, Q content, Set<String> names, Duration patience, Consumer<String> listener) {
        Map<String, A> answers = new LinkedHashMap<>();
        String id = node.ids().next();
        Question question = new Question(peers.runs(names), listener);
        open.put(id, question);
        try {
            OperationalException unreachable = askOthers(command.name(), id, wire.write(content), names);
            if (names.isEmpty() || names.contains(node.name())) {
                answers.put(node.name(), own(command, content));
                listener.accept(node.name());
            } else if (unreachable != null) {
                throw unreachable;
            }
            question.await(unreachable == null ? patience : Duration.ZERO)
                    .forEach((name, text) -> read(command, text).ifPresent(answer -> answers.put(name, answer)));
        } finally {
            open.remove(id);
        }
        return answers;
    }

    /** Returns the failure instead of throwing it, because this node can still reply without the broker. */
    private OperationalException askOthers(String command, String id, String content, Set<String> names) {
        try {
            if (names.isEmpty()) {
                channel.tell(message(command, id, Optional.empty(), content));
            }
            for (String run : names.isEmpty() ? Set.<String>of() : peers.runs(names)) {
                channel.tell(message(command, id, Optional.of(run), content));
            }
            return null;
        } catch (OperationalException e) {
            log.warning("nodes_not_asked", e, "command", command);
            return e;
        }
    }

    @SuppressWarnings("unchecked") // the command and its handler were created together
    private <Q, A> A own(Command<Q, A> command, Q content) {
        return ((Command.Handled<Q, A>) commands.get(command.name())).work().apply(content);
    }

    @SuppressWarnings("unchecked") // the wire reads the type that the command declares
    private <A> Optional<A> read(Command<?, A> command, String text) {
        try {
            return Optional.ofNullable((A) wire.read(text, command.answer()));
        } catch (UnreadableMessageException e) {
            log.warning("answer_not_understood", e, "command", command.name());
            return Optional.empty();
        }
    }

    @Override
    public void heard(ControlMessage message) {
        // Uses the shared clock, so that a node with a wrong clock does not discard every message. Until the clocks
        // have been compared, no message counts as outdated.
        if (skew.ahead().isPresent() && message.at().plus(STALE_AFTER).isBefore(skew.sharedNow())) {
            log.debug("message_outdated", "command", message.kind(), "from", message.from());
            return;
        }
        boolean own = message.run().equals(node.run());
        if (!own) {
            peers.stillThere(message.run(), node.clock().now());
        }
        if (message.to().isPresent() && !message.to().get().equals(node.run())) {
            return;
        }
        if (message.kind().equals(ANSWER)) {
            Question question = open.get(message.id());
            if (question != null) {
                question.answered(message.from(), message.run(), message.content());
            }
        } else if (!own || message.id().isEmpty()) {
            execute(message);
        }
    }

    private void execute(ControlMessage message) {
        Command.Handled<?, ?> handled = commands.get(message.kind());
        if (handled == null) {
            log.debug("command_not_known", "command", message.kind(), "from", message.from());
            return;
        }
        try {
            String answer = wire.write(work(handled, message.content()));
            if (!message.id().isEmpty()) {
                channel.tell(message(ANSWER, message.id(), Optional.of(message.run()), answer));
            }
        } catch (UnreadableMessageException e) {
            log.warning("command_not_understood", e, "command", message.kind(), "from", message.from());
        }
    }

    @SuppressWarnings("unchecked") // the wire reads the type that the command declares
    private <Q> Object work(Command.Handled<Q, ?> handled, String content) throws UnreadableMessageException {
        return handled.work().apply((Q) wire.read(content, handled.command().content()));
    }

    private ControlMessage message(String kind, String id, Optional<String> to, String content) {
        return new ControlMessage(kind, id, node.name(), node.run(), to, content, skew.sharedNow());
    }
}
