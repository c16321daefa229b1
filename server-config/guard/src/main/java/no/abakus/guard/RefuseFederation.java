package no.abakus.guard;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Refuses the packet with which another broker asks this broker to connect back to it, and closes the connection over
 * which the packet arrived. Up to Artemis 2.51, the packet can be sent without a login (CVE-2026-27446), so an attacker
 * could make this broker copy any queue to the attacker's broker. Federation that this server itself is configured for
 * is unaffected, because then this server opens the connection. Thread-safe.
 */
public final class RefuseFederation implements Interceptor {

    private static final Logger log = Logger.getLogger(RefuseFederation.class.getName());

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (packet.getType() != PacketImpl.FEDERATION_DOWNSTREAM_CONNECT) {
            return true;
        }
        log.log(
                Level.WARNING,
                "Refused a broker at {0} that asked this broker to connect back (federation, CVE-2026-27446)",
                connection.getRemoteAddress());
        connection.destroy();
        return false;
    }
}
