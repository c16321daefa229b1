package no.abakus.tasks.remote;

import jakarta.jms.ConnectionFactory;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.deployment.RemoteSystem;

/**
 * Sends tasks to the workers of a server from a program that runs elsewhere. Needs no server and no CDI around it: on the
 * class path, besides this module and {@code abakus-logging}, Jackson and a JMS client with {@code jakarta.jms}.
 *
 * <pre>{@code
 * var broker = new ActiveMQConnectionFactory("tcp://localhost:61616");
 * try (RemoteTasks remote = RemoteTasks.over(broker).login("batch", password).connect()) {
 *     remote.tasks().call("mail.send").args("a@b.no", "hei").applyAsync();
 * }
 * }</pre>
 *
 * <p>Open one for the whole program, and close it at its end: it holds one connection, opened at the first send and anew
 * when it was lost, and each thread that sends has a session of it. What was sent when a call returns is the broker's, on
 * disk. The sender's log context travels along as from a server. There is no transaction to join: every send stands for
 * itself.
 *
 * <p>Thread-safe. Celery: {@code Celery(broker=…)} with {@code send_task}.
 */
public final class RemoteTasks implements AutoCloseable {

    private final RemoteSystem system;

    RemoteTasks(RemoteSystem system) {
        this.system = system;
    }

    /** Begins the set-up of a client of the broker that this factory leads to. */
    public static RemoteSetup over(ConnectionFactory connections) {
        return new RemoteSetup(connections);
    }

    /**
     * The front door. A name that this program does not know is sent as it is, to the default queue where the call names
     * no other; number and types of its arguments are then the worker's to check.
     */
    public Tasks tasks() {
        return system.tasks();
    }

    /**
     * Closes the connection, after sends that are under way on other threads; a later one fails. What was sent is not
     * affected. Closing twice does nothing.
     */
    @Override
    public void close() {
        system.close();
    }
}
