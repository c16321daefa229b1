package no.abakus.tasks.remote;

import jakarta.jms.ConnectionFactory;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.deployment.RemoteSystem;

/**
 * Sends tasks to the workers of a server from a program that runs elsewhere. The program needs no server and no CDI.
 * Its class path must contain this module, {@code abakus-logging}, Jackson, and a JMS client with {@code jakarta.jms}.
 *
 * <pre>{@code
 * var broker = new ActiveMQConnectionFactory("tcp://localhost:61616");
 * try (RemoteTasks remote = RemoteTasks.over(broker).login("batch", password).connect()) {
 *     remote.tasks().call("mail.send").args("a@b.no", "hei").applyAsync();
 * }
 * }</pre>
 *
 * <p>Open one instance for the whole program, and close it at the end. It holds one connection, which is opened at the
 * first send and reopened after a loss. Each sending thread has its own session. When a call returns, the broker has
 * the task, and has stored it on disk unless its delivery mode is transient. The sender's log context is sent along, as
 * on a server. There is no transaction to join, so every call is independent.
 *
 * <p>Thread-safe. Celery: {@code Celery(broker=…)} with {@code send_task}.
 */
public final class RemoteTasks implements AutoCloseable {

    private final RemoteSystem system;

    RemoteTasks(RemoteSystem system) {
        this.system = system;
    }

    /** Starts the setup of a client for the broker of this connection factory. */
    public static RemoteSetup over(ConnectionFactory connections) {
        return new RemoteSetup(connections);
    }

    /**
     * Returns the entry point. A call of a task that this program does not know is sent without checks, to the default
     * queue unless the call sets a queue. The worker then checks the number and types of its arguments.
     */
    public Tasks tasks() {
        return system.tasks();
    }

    /**
     * Waits for sends on other threads, then closes the connection; later sends fail. Tasks already sent are not
     * affected. Closing twice does nothing.
     */
    @Override
    public void close() {
        system.close();
    }
}
