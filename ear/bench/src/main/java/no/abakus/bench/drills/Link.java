package no.abakus.bench.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A relay for the connections to a port. It can cut all of them at once. */
final class Link implements AutoCloseable {

    private final int from;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    private Link(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Connects one port of this machine to another. */
    static Link between(int from, int to) throws IOException {
        Link link = new Link(from, to);
        link.mend();
        return link;
    }

    /** Closes all connections, and accepts none until the link is mended. */
    synchronized void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    synchronized void mend() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), from));
        door = opened;
        daemon(() -> letIn(opened));
    }

    private void letIn(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket in = opened.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
                in.setTcpNoDelay(true);
                out.setTcpNoDelay(true);
                open.add(in);
                open.add(out);
                daemon(() -> pass(in, out));
                daemon(() -> pass(out, in));
            } catch (IOException e) {
                System.out.println("The link cannot accept a connection: " + e.getMessage());
            }
        }
    }

    private void pass(Socket in, Socket out) {
        try (in;
                out) {
            InputStream bytes = in.getInputStream();
            OutputStream target = out.getOutputStream();
            bytes.transferTo(target);
        } catch (IOException e) {
            // The connection is over, for one side or for both.
            open.remove(in);
        } finally {
            open.remove(in);
            open.remove(out);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
