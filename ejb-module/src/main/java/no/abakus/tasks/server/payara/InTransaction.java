package no.abakus.tasks.server.payara;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What its methods open belongs to the thread's transaction, whoever calls them. Added by {@link PayaraTransactions}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface InTransaction {

    /** To be added to a type. */
    final class Literal extends AnnotationLiteral<InTransaction> implements InTransaction {

        private static final long serialVersionUID = 1L;

        static final Literal INSTANCE = new Literal();
    }
}
