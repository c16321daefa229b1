package no.abakus.tasks.server.payara;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Connections opened in the annotated methods join the thread's transaction, whoever calls the methods. {@link
 * PayaraTransactions} adds this annotation.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface InTransaction {

    /** The annotation as an object, for adding it to types and methods. */
    final class Literal extends AnnotationLiteral<InTransaction> implements InTransaction {

        private static final long serialVersionUID = 1L;

        static final Literal INSTANCE = new Literal();
    }
}
