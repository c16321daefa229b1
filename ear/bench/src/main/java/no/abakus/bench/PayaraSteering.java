package no.abakus.bench;

import java.io.IOException;

/** By the deployed archive, from the inside: Payara's broker is managed over the JMX of its own process. */
final class PayaraSteering implements Steering {

    private final Deployed deployed;
    private final String version;

    PayaraSteering(Deployed deployed, String version) {
        this.deployed = deployed;
        this.version = version;
    }

    @Override
    public String server() {
        return version;
    }

    @Override
    public String journal() {
        return "OpenMQ's files, fsync after each send outside of a transaction and each commit";
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
