package no.abakus.it.remote;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.remote.RemoteTasks;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A program that runs once a night, in a process of its own, and lets a server do the work: it sends a task for each
 * member and ends. Prints the tasks' ids.
 *
 * <pre>{@code
 * BATCH_USER=batch BATCH_PASSWORD=… java -cp … BatchJob \
 *     'tcp://127.0.0.1:8080?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true' 2026-11-22 ada grace
 * }</pre>
 */
public final class BatchJob {

    private BatchJob() {}

    /** Takes the broker's address, the name of the run, and the members. */
    public static void main(String[] args) throws JMSException {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(args[0]);
                RemoteTasks remote = RemoteTasks.over(broker)
                        .login(System.getenv("BATCH_USER"), System.getenv("BATCH_PASSWORD"))
                        .node("night-batch")
                        .connect();
                LogScope scope = LogContext.bind("batch_id", args[1])) {
            for (int i = 2; i < args.length; i++) {
                AsyncResult<Object> sent = remote.tasks()
                        .call("diagnostics.log")
                        .args("reminder_due", Map.of("member", args[i]))
                        .countdown(Duration.ofMillis(100))
                        .applyAsync();
                System.out.println(sent.id());
            }
        }
    }
}
