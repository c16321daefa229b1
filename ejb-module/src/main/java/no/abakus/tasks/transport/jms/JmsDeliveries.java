package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.SendTokens;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Passes messages from the listeners to the worker, and settles them as the worker decides. Thread-safe. */
public final class JmsDeliveries {

    private static final Log log = Log.get("no.abakus.tasks");

    private final MessageReader reader;
    private final DeliveryHandler handler;
    private final DeadLetters deadLetters;
    private final GivenBack givenBack;
    private final ConsumerMonitor pulse;
    private final WorkGate gate;
    private final QueueNames names;

    JmsDeliveries(
            MessageConfig limits,
            DeliveryHandler handler,
            DeadLetters deadLetters,
            GivenBack givenBack,
            ConsumerMonitor pulse,
            WorkGate gate,
            QueueNames names,
            SendTokens tokens) {
        this.reader = new MessageReader(limits, names, tokens);
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.givenBack = givenBack;
        this.pulse = pulse;
        this.gate = gate;
        this.names = names;
    }

    /** Handles the message completely. After this returns, the message may be acknowledged. */
    void receive(Message message, ConsumedQueue queue) {
        try {
            String from = queue.of(message, names);
            pulse.beat(from);
            if (WireFormat.PROBE_TYPE.equals(message.getJMSType())) {
                return;
            }
            if (!gate.enter(from)) {
                givenBack.handOn(message);
                return;
            }
            try {
                settle(message, from);
            } finally {
                gate.leave();
            }
        } catch (InterruptedException e) {
            throw new OperationalException(
                    "The node is stopping and accepts no tasks, so the message goes back to the broker", e);
        } catch (JMSException e) {
            throw new OperationalException(
                    "The message goes back to the broker, because it could not be received or moved to the dead-letter"
                            + " queue: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Like {@link #receive}, but a message that cannot be handled now is redelivered a little later. After too many
     * redeliveries without an outage, it becomes a dead letter.
     */
    void receiveOrGiveBack(Message message, ConsumedQueue queue) {
        try {
            receive(message, queue);
        } catch (OperationalException e) {
            giveBack(message, () -> queue.of(message, names), e);
        }
    }

    /** Like {@link #expired}, but if the end of the task cannot be recorded now, the message is redelivered later. */
    void expiredOrGiveBack(Message message) {
        try {
            expired(message);
        } catch (OperationalException e) {
            giveBack(message, () -> names.of(message.getJMSDestination()), e);
        }
    }

    /** The queue that a message came from. */
    private interface Origin {
        String queue() throws JMSException;
    }

    private void giveBack(Message message, Origin origin, OperationalException why) {
        try {
            if (!givenBack.giveBack(message, why)) {
                giveUp(message, origin.queue(), why);
                return;
            }
        } catch (JMSException | JMSRuntimeException broker) {
            // The broker is unavailable too. It redelivers the message when it is available again.
            why.addSuppressed(broker);
            throw why;
        }
        log.warning("message_given_back", "reason", why.getMessage());
    }

    private void giveUp(Message message, String queue, OperationalException why) throws JMSException {
        Rejection rejection = new Rejection(
                Reason.GIVEN_UP,
                "Handling the message failed " + (GivenBack.MOST_ALONE + 1)
                        + " times, although no outage affected other messages. The last failure: "
                        + why.getMessage());
        try {
            handler.givenUp(reader.read(message, queue), rejection);
        } catch (UnreadableMessageException | OperationalException e) {
            // The outcome could not be recorded, but the dead letter shows it.
            log.warning("task_outcome_not_kept", "reason", e.getMessage(), "next", "the message becomes a dead letter");
        }
        deadLetters.move(message, queue, rejection);
    }

    /** Reports an expired message, which the broker moved to the expiry queue. */
    void expired(Message message) {
        try {
            if (!WireFormat.PROBE_TYPE.equals(message.getJMSType())) {
                tellExpired(message, names.of(message.getJMSDestination()));
            }
        } catch (JMSException e) {
            throw new OperationalException(
                    "The expired message goes back to the broker, because it could not be read or moved to the"
                            + " dead-letter queue: " + e.getMessage(),
                    e);
        }
    }

    private void tellExpired(Message message, String queue) throws JMSException {
        try {
            String sentTo = new Properties(message).key(WireFormat.QUEUE).orElse(queue);
            Settlement settlement = handler.expired(reader.read(message, queue).message(), sentTo);
            if (settlement instanceof Settlement.DeadLetter dead) {
                deadLetters.move(message, queue, dead.rejection());
            }
        } catch (UnreadableMessageException e) {
            handler.unreadable(queue, message.getJMSMessageID(), e.rejection());
            deadLetters.move(message, queue, e.rejection());
        }
    }

    private Settlement unreadable(Message message, String queue, Rejection rejection) throws JMSException {
        handler.unreadable(queue, message.getJMSMessageID(), rejection);
        return new Settlement.DeadLetter(rejection);
    }

    private void settle(Message message, String queue) throws JMSException {
        Settlement settlement;
        try {
            settlement = handler.deliver(reader.read(message, queue));
        } catch (UnreadableMessageException e) {
            settlement = unreadable(message, queue, e.rejection());
        } catch (OperationalException | JMSRuntimeException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // The cause is a bug in Abakus, or a different library version on the server. The message would fail again
            // on each delivery, so it becomes a dead letter and does not block the queue.
            log.error("message_not_handled", e, "queue", queue);
            settlement = unreadable(message, queue, new Rejection(Reason.UNEXPECTED, e.toString()));
        }
        if (settlement instanceof Settlement.DeadLetter dead) {
            deadLetters.move(message, queue, dead.rejection());
        }
    }
}
