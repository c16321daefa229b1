package no.abakus.tasks.jms;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * While a message-driven bean or any other bean handles a message, binds the log context that the message carries. So
 * the bean's log lines, and the tasks that the bean sends, belong to the request that sent the message.
 *
 * <pre>{@code
 * @MessageDriven(…)
 * @CarriesLogContext
 * public class Orders implements MessageListener {
 *     public void onMessage(Message order) {
 *         log.info("order_received");        // carries the sender's request_id
 *     }
 * }
 * }</pre>
 *
 * <p>The message is the first parameter of type {@code jakarta.jms.Message}; a method without such a parameter is
 * called unchanged. The sender adds the context with {@link JmsLogContext}. Whoever can send to the queue can claim any
 * context. So the context is limited in size like that of a task. Its key {@code abakus_sender} has the name of the
 * user that the broker has validated, or {@code unknown}. The context cannot lower the log level.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CarriesLogContext {}
