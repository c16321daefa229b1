package no.abakus.tasks.transport.jms;

import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import no.abakus.logging.Log;

/**
 * The queue where a sender expects a reply. The queue may be gone when a task is sent again, because it is often a
 * temporary queue of another program. The task is more important, so it is then sent without a reply queue.
 */
final class ReplyQueue {

    private static final Log log = Log.get("no.abakus.tasks");

    private ReplyQueue() {}

    /** Sets the message's reply queue to the first of these queues that exists at the broker. */
    static void set(Message message, JMSContext jms, String... names) throws JMSException {
        for (String name : names) {
            try {
                message.setJMSReplyTo(jms.createQueue(name));
                return;
            } catch (JMSRuntimeException e) {
                if (!isGone(e)) {
                    throw e;
                }
            }
        }
        log.warning("reply_queue_gone", "reply_to", names[0], "next", "the task is sent without a reply queue");
    }

    /**
     * Whether the exception means that the queue does not exist. In that case, Artemis throws an exception without a
     * code or a cause. In an outage, its exception has a code or a cause.
     */
    private static boolean isGone(JMSRuntimeException e) {
        boolean isPlain = e.getCause() instanceof JMSException said
                && said.getClass() == JMSException.class
                && said.getErrorCode() == null
                && said.getCause() == null
                && said.getLinkedException() == null;
        return isPlain || e instanceof InvalidDestinationRuntimeException;
    }
}
