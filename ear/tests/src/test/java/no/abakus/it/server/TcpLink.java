package no.abakus.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A relay to a port of this machine, through which a server reaches something outside, so that a test can cut it. */
public final class TcpLink implements AutoCloseable {

    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private int port;

    private TcpLink(int to) {
        this.to = to;
    }

    /** Returns an open link to this port, at a free port. */
    public static TcpLink to(int port) throws IOException {
        TcpLink link = new TcpLink(port);
        link.mend();
        return link;
    }

    /** Returns the port to connect to; it stays the same. */
    public synchronized int port() {
        return port;
    }

    /** Closes all connections, and accepts none until the link is mended. */
    public synchronized void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Accepts connections again. */
    public synchronized void mend() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        port = opened.getLocalPort();
        door = opened;
        daemon(() -> letIn(opened));
    }

    private void letIn(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                pass(opened.accept());
            } catch (IOException e) {
                if (!opened.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private synchronized void pass(Socket in) throws IOException {
        if (door.isClosed()) {
            in.close();
            return;
        }
        Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
        in.setTcpNoDelay(true);
        out.setTcpNoDelay(true);
        open.add(in);
        open.add(out);
        daemon(() -> copy(in, out));
        daemon(() -> copy(out, in));
    }

    private void copy(Socket from, Socket target) {
        try (from;
                target) {
            from.getInputStream().transferTo(target.getOutputStream());
        } catch (IOException e) {
            // The connection is over, for one side or for both.
            open.remove(from);
        } finally {
            open.remove(from);
            open.remove(target);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tcp-link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
