package no.abakus.tasks.processor;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A queue as its annotation declares it. */
record DeclaredQueue(String name, int concurrency) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,99}");
    private static final Set<String> TAKEN = Set.of("default", "expired", "dead_letter", "parking");
    private static final int MOST = 1_000;

    /** Returns what is wrong with the declaration, and what would be right; empty if nothing is wrong. */
    Optional<String> problem() {
        if (!NAME.matcher(name).matches() || name.endsWith(".")) {
            return Optional.of("'" + name + "' is not the name of a queue. Use letters, digits, '_' and '.', beginning"
                    + " with a letter and not ending with '.', at most 100 characters.");
        }
        if (TAKEN.contains(name)) {
            return Optional.of("The queue '" + name + "' is one of Abakus' own; give your queue another name.");
        }
        if (concurrency < 1 || concurrency > MOST) {
            return Optional.of("A concurrency of " + concurrency + " is not possible; use 1 to " + MOST + ".");
        }
        return Optional.empty();
    }

    /** Returns the simple name of the queue's listener, such as {@code MailTaskQueue}. */
    String listener() {
        StringBuilder simple = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == '_') {
                upper = true;
            } else {
                simple.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return simple.append("TaskQueue").toString();
    }

    /**
     * Returns the source of the queue's listener. An annotation cannot contain a value that the deployed application
     * configures. So the source contains two references to such values, and both servers resolve them.
     */
    String source(String packageName) {
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + """
                import jakarta.ejb.ActivationConfigProperty;
                import jakarta.ejb.MessageDriven;
                import jakarta.jms.JMSDestinationDefinition;
                import jakarta.jms.MessageListener;
                import javax.annotation.processing.Generated;

                /** Consumes the queue {@code %1$s}. */
                @Generated("no.abakus.tasks.processor.TaskQueueProcessor")
                @JMSDestinationDefinition(
                        name = "java:app/jms/abakus/%1$s",
                        interfaceName = "jakarta.jms.Queue",
                        properties = "Name=${MPCONFIG=abakus.queue.%1$s:abakus.%1$s}")
                @MessageDriven(
                        messageListenerInterface = MessageListener.class,
                        activationConfig = {
                            @ActivationConfigProperty(
                                    propertyName = "destinationLookup",
                                    propertyValue = "java:app/jms/abakus/%1$s"),
                            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
                            @ActivationConfigProperty(
                                    propertyName = "maxSession",
                                    propertyValue = "${MPCONFIG=abakus.concurrency.%1$s:%2$d}")
                        })
                public class %3$s extends no.abakus.tasks.transport.jms.TaskListener {}
                """
                        .formatted(name, concurrency, listener());
    }
}
