package no.abakus.tasks.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test of a class a fresh {@link Workbench} and a CDI container, such as Weld SE. The container has the
 * beans of {@link #value} and no others. Beans can inject {@code Tasks} and {@code TaskRequest}, their tasks are
 * registered, and their interceptors apply. The fields of the test that have {@code @Inject} are injected, and test
 * methods can declare the parameters of {@link WorkbenchExtension}.
 *
 * <pre>{@code
 * @EnableAbakus(value = {Mailer.class, Members.class}, queues = "mail")
 * class MembersTest {
 *
 *     @Inject
 *     Members members;
 *
 *     @Test
 *     void a_new_member_gets_mail(Workbench bench) {
 *         members.join("a@b.no");
 *         bench.runDue();
 *
 *         assertThat(bench).sent("mail.send").succeeded();
 *     }
 * }
 * }</pre>
 *
 * <p>Needs an implementation of {@code jakarta.enterprise.inject.se} on the class path, for example {@code
 * org.jboss.weld.se:weld-se-core}.
 */
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CdiExtension.class)
public @interface EnableAbakus {

    /** The beans: classes with tasks, the classes that they inject, producers and interceptors. */
    Class<?>[] value();

    /** Queues besides {@code default} that have a listener. */
    String[] queues() default {};

    /** Settings, each as {@code key=value}, such as {@code abakus.tasks.message.max-body-size=1024}. */
    String[] settings() default {};
}
