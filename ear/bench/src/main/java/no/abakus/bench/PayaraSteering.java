package no.abakus.bench;

import java.io.IOException;

/**
 * Controls Payara through the deployed archive. Payara's broker runs in the server's process and can be managed over
 * JMX from within that process.
 */
final class PayaraSteering implements Steering {

    private final Deployed deployed;
    private final PayaraServer server;

    PayaraSteering(Deployed deployed, PayaraServer server) {
        this.deployed = deployed;
        this.server = server;
    }

    @Override
    public String server() {
        return server.version();
    }

    @Override
    public String journal() {
        return server.journal();
    }

    @Override
    public void hold(Way way) throws IOException, InterruptedException {
        deployed.steer("hold", way);
    }

    @Override
    public void release(Way way) throws IOException, InterruptedException {
        deployed.steer("release", way);
    }

    @Override
    public void clear(Way way) throws IOException, InterruptedException {
        deployed.steer("clear", way);
    }

    @Override
    public void lines(Way way, boolean on) throws IOException, InterruptedException {
        deployed.steer(on ? "lines-on" : "lines-off", way);
    }
}
