package no.abakus.tasks.remote;

import jakarta.jms.ConnectionFactory;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.deployment.RemoteSystem;

/**
 * Sends tasks to the workers of a server from a program that runs elsewhere. It needs no server and no CDI. The class
 * path must contain this module, {@code abakus-logging}, Jackson, and a JMS client with {@code jakarta.jms}.
 *
 * <pre>{@code
 * var broker = new ActiveMQConnectionFactory("tcp://localhost:61616");
 * try (RemoteTasks remote = RemoteTasks.over(broker).login("batch", password).connect()) {
 *     remote.tasks().call("mail.send").args("a@b.no", "hei").applyAsync();
 * }
 * }</pre>
 *
 * <p>Open one for the whole program, and close it at the end. It holds one connection, opened at the first send and
 * reopened after it was lost; each thread that sends has its own session. When a call returns, the broker has the task
 * on disk. The sender's log context travels along as from a server. There is no transaction to join: every send is
 * independent.
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
     * The entry point. A task name that this program does not know is sent as it is, to the default queue if the call
     * names no other; the worker then checks number and types of its arguments.
     */
    public Tasks tasks() {
        return system.tasks();
    }

    /**
     * Closes the connection once sends on other threads have ended; a later send fails. Tasks already sent are not
     * affected. Closing twice does nothing.
     */
    @Override
    public void close() {
        system.close();
    }
}
