package no.abakus.tasks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a queue of the application, and how many of the queue's tasks each node runs at the same time. Put the
 * annotation on any bean, such as the bean whose tasks use the queue.
 *
 * <pre>{@code
 * @TaskQueue(name = "mail", concurrency = 4)
 * @ApplicationScoped
 * public class Mailer {
 *     @AbakusTask(name = "mail.send", queue = "mail")
 *     public void send(String address) { … }
 * }
 * }</pre>
 *
 * <p>The annotation processor {@code no.abakus:abakus-tasks-processor} generates the message-driven bean that consumes
 * the queue. Without the processor, the application does not start, and a message says what to add to the build. At the
 * broker, the queue is called {@code abakus.APPLICATION.mail}, so that each application may have a queue named {@code
 * mail}. For the application {@code abakus}, it is called {@code abakus.mail}.
 *
 * <p>Celery: {@code task_queues} and {@code worker_concurrency}. JMS: a {@code Queue} and {@code @MessageDriven}.
 */
@Documented
@Repeatable(TaskQueue.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TaskQueue {

    /**
     * The name, as {@link AbakusTask#queue()} uses it. It begins with a letter, does not end with {@code .}, and has at
     * most 100 letters, digits, {@code _} and {@code .}. The names {@code default}, {@code expired}, {@code
     * dead_letter} and {@code parking} are reserved.
     */
    String name();

    /**
     * How many tasks of the queue a node runs at the same time, 1 to 1,000. {@code abakus.concurrency.NAME} overrides
     * this number without a new build. On Payara with its own broker, the {@code max-pool-size} of the generated bean
     * in {@code glassfish-ejb-jar.xml} decides instead; without that file, the number is 32.
     */
    int concurrency() default 4;

    /** Several queues on one class. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {

        /** The queues. */
        TaskQueue[] value();
    }
}
