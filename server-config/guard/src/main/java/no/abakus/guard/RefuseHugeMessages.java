package no.abakus.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendContinuationMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Refuses a message to a queue or topic of Abakus if the message is larger than a limit, and closes the connection over
 * which it arrives. Artemis itself has no such limit. Its client unpacks a message of any size before a node can
 * measure it, so a huge message could use up the server's memory. For the same reason, refuses every message that the
 * sender's client compressed, whatever its size. Messages to other addresses are unaffected. Thread-safe.
 */
public final class RefuseHugeMessages implements Interceptor {

    /** The system property that limits the size of a message, in bytes. */
    private static final String PROPERTY = "abakus.guard.max-message-size";

    /** Enough for the largest body that is allowed by default: 8 Mi characters of two bytes each. */
    private static final long DEFAULT = 32L * 1024 * 1024;

    private static final String OWN = "abakus.";

    private static final String DEAD_LETTERS = ".dead_letter";

    /** The extra size that a dead letter may have, because a node adds the reason for the rejection. */
    private static final long REASON = 64L * 1024;

    private static final Logger log = Logger.getLogger(RefuseHugeMessages.class.getName());

    private final long most;

    /** The sizes of messages that arrive in pieces, by connection and channel. */
    private final Map<Object, Map<Long, Long>> arriving = new ConcurrentHashMap<>();

    public RefuseHugeMessages() {
        this(Long.getLong(PROPERTY, DEFAULT));
    }

    RefuseHugeMessages(long most) {
        this.most = most;
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        long size = size(packet, connection);
        if (size <= most) {
            return true;
        }
        log.log(
                Level.WARNING,
                "Refused a message of more than {0} bytes, or one that its client compressed, from {1}. The limit is"
                        + " the system property " + PROPERTY,
                new Object[] {Long.toString(most), connection.getRemoteAddress()});
        connection.destroy();
        return false;
    }

    /**
     * Returns how many bytes count towards the limit so far, including those of this packet; 0 if the packet does not
     * belong to a message for Abakus.
     */
    private long size(Packet packet, RemotingConnection connection) {
        if (packet.getType() == PacketImpl.SESS_SEND) {
            return isOwn(packet) ? counted(packet) : 0;
        }
        if (packet.getType() == PacketImpl.SESS_SEND_LARGE) {
            return isOwn(packet) ? begin(packet, connection) : 0;
        }
        return packet instanceof SessionSendContinuationMessage piece ? add(piece, connection) : 0;
    }

    private long begin(Packet packet, RemotingConnection connection) {
        Object id = connection.getID();
        Map<Long, Long> sizes = arriving.computeIfAbsent(id, key -> {
            connection.addCloseListener(() -> arriving.remove(id));
            return new ConcurrentHashMap<>();
        });
        long size = counted(packet);
        sizes.put(packet.getChannelID(), size);
        return size;
    }

    private long add(SessionSendContinuationMessage piece, RemotingConnection connection) {
        Map<Long, Long> sizes = arriving.get(connection.getID());
        Long before = sizes == null ? null : sizes.remove(piece.getChannelID());
        if (before == null) {
            return 0;
        }
        long size = before + piece.getBody().length;
        if (piece.isContinues()) {
            sizes.put(piece.getChannelID(), size);
        }
        return size;
    }

    /**
     * Returns how many bytes of the packet count towards the limit. A dead letter has extra room for its reason.
     * Otherwise, a node could not reject a message just below the limit, and would lose its connection at each
     * delivery.
     */
    private static long counted(Packet packet) {
        if (isCompressed(packet)) {
            return Long.MAX_VALUE;
        }
        String address = address(packet);
        return packet.getPacketSize() - (address != null && address.endsWith(DEAD_LETTERS) ? REASON : 0);
    }

    /**
     * Whether the sender's client compressed the message. The receiving client unpacks it without any limit, and a few
     * hundred KB may become hundreds of MB.
     */
    private static boolean isCompressed(Packet packet) {
        return packet instanceof MessagePacketI sent
                && sent.getMessage().containsProperty(Message.HDR_LARGE_COMPRESSED);
    }

    private static String address(Packet packet) {
        return packet instanceof MessagePacketI sent ? sent.getMessage().getAddress() : null;
    }

    private static boolean isOwn(Packet packet) {
        String address = address(packet);
        return address != null
                && (address.startsWith(OWN)
                        || address.startsWith("jms.queue." + OWN)
                        || address.startsWith("jms.topic." + OWN));
    }
}
