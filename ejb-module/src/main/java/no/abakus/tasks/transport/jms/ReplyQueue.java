package no.abakus.tasks.transport.jms;

import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import no.abakus.logging.Log;

/**
 * The queue where a sender expects a reply. It may be gone when a task is sent again: often it is a temporary queue that
 * belongs to another program. The task is more important, so it is sent without the queue.
 */
final class ReplyQueue {

    private static final Log log = Log.get("no.abakus.tasks");

    private ReplyQueue() {}

    /** Sets the queue. It has one of these names at the broker; the first that exists is taken. */
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
        log.warning("reply_queue_gone", "reply_to", names[0], "next", "the task is sent without it");
    }

    /**
     * If a queue does not exist, the exception of Artemis has neither a code nor a cause. In an outage it has one of
     * them.
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
