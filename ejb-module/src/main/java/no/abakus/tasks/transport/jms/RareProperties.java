package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.spi.FollowUps;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * The properties that only some messages have. Looking for all of these properties costs a worker more than reading the
 * rest of the message. So a message without any of them carries one property that says so. If that property is missing,
 * perhaps because another sender sent the message, the worker looks for all of them.
 */
record RareProperties(
        Optional<String> parentId,
        int retries,
        Optional<Instant> eta,
        Optional<Hold> hold,
        Optional<Boolean> ignoreResult,
        FollowUps followUps,
        Optional<Instant> sent,
        ExtraProperties extra) {

    static final RareProperties NONE = new RareProperties(
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            FollowUps.NONE,
            Optional.empty(),
            ExtraProperties.NONE);

    static void write(TaskMessage task, Route route, Message message, JMSContext jms, QueueNames names)
            throws JMSException {
        if (areNone(task, route)) {
            message.setBooleanProperty(WireFormat.PLAIN, true);
            return;
        }
        if (task.parentId().isPresent()) {
            message.setStringProperty(WireFormat.PARENT_ID, task.parentId().get());
        }
        if (task.retries() > 0) {
            message.setIntProperty(WireFormat.RETRIES, task.retries());
        }
        if (task.eta().isPresent()) {
            message.setStringProperty(WireFormat.ETA, task.eta().get().toString());
        }
        if (task.hold().isPresent()) {
            Hold hold = task.hold().get();
            message.setStringProperty(WireFormat.HOLD_UNTIL, hold.until().toString());
            message.setStringProperty(WireFormat.HOLD_SLOT, hold.slot().toString());
            message.setStringProperty(WireFormat.HOLD_GRANT, hold.grant());
            if (hold.since().isPresent()) {
                message.setStringProperty(
                        WireFormat.HOLD_SINCE, hold.since().get().toString());
            }
        }
        if (task.ignoreResult().isPresent()) {
            message.setBooleanProperty(
                    WireFormat.IGNORE_RESULT, task.ignoreResult().get());
        }
        if (task.followUps().link().isPresent()) {
            message.setStringProperty(WireFormat.LINK, task.followUps().link().get());
        }
        if (task.followUps().linkError().isPresent()) {
            message.setStringProperty(
                    WireFormat.LINK_ERROR, task.followUps().linkError().get());
        }
        ExtraProperties.write(task, route, message, jms, names);
    }

    private static boolean areNone(TaskMessage task, Route route) {
        return task.parentId().isEmpty()
                && task.retries() == 0
                && task.eta().isEmpty()
                && task.hold().isEmpty()
                && task.ignoreResult().isEmpty()
                && task.followUps().equals(FollowUps.NONE)
                && ExtraProperties.areNone(task, route);
    }

    static RareProperties read(Message message, String id, QueueNames names)
            throws JMSException, UnreadableMessageException {
        Properties properties = new Properties(message);
        return new RareProperties(
                properties.key(WireFormat.PARENT_ID),
                properties.times(WireFormat.RETRIES),
                properties.instant(WireFormat.ETA),
                hold(properties),
                properties.yesOrNo(WireFormat.IGNORE_RESULT),
                new FollowUps(signatures(properties, WireFormat.LINK), signatures(properties, WireFormat.LINK_ERROR)),
                properties.instant(WireFormat.SENT),
                ExtraProperties.read(message, id, names));
    }

    /** The requested delivery time of a message that was parked; empty if it was not parked. */
    Optional<Instant> parkedUntil() {
        return sent.isEmpty() ? Optional.empty() : hold.map(Hold::until).or(() -> eta);
    }

    /**
     * Reads the signatures of the tasks that follow. Rejects a longer text than senders may write, because the parsed
     * signatures take many times the memory of their text.
     */
    private static Optional<String> signatures(Properties properties, String property)
            throws JMSException, UnreadableMessageException {
        Optional<String> text = properties.text(property);
        if (text.isPresent() && text.get().length() > LongProperties.MOST_SIGNATURES) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    property + " has " + text.get().length() + " characters, but at most "
                            + LongProperties.MOST_SIGNATURES + " are allowed");
        }
        return text;
    }

    private static Optional<Hold> hold(Properties properties) throws JMSException, UnreadableMessageException {
        Optional<Instant> until = properties.instant(WireFormat.HOLD_UNTIL);
        return until.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hold(
                        until.get(),
                        properties.instant(WireFormat.HOLD_SLOT).orElse(until.get()),
                        properties.key(WireFormat.HOLD_GRANT).orElse(""),
                        properties.instant(WireFormat.HOLD_SINCE)));
    }
}
