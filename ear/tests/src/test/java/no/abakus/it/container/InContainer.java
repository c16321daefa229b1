package no.abakus.it.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application with one more WAR, which holds the tests. */
final class InContainer {

    private static final String DESCRIPTOR = "META-INF/application.xml";

    private InContainer() {}

    static EnterpriseArchive applicationWith(Class<?>... classes) {
        return applicationWith(war -> {}, classes);
    }

    /** Adds what else the classes need. */
    static EnterpriseArchive applicationWith(Consumer<WebArchive> more, Class<?>... classes) {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        more.accept(tests);
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, new File(System.getProperty("abakus.sample.ear")));
        String descriptor = text(application)
                .replaceFirst(
                        "<module>",
                        "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>"
                                + "<module>");
        application.delete(DESCRIPTOR);
        return application.addAsModule(Testable.archiveToTest(tests)).setApplicationXML(new StringAsset(descriptor));
    }

    /** Adds an EJB module as well. */
    static EnterpriseArchive applicationWithModule(JavaArchive module, Class<?>... classes) {
        EnterpriseArchive application = applicationWith(classes);
        String descriptor = text(application)
                .replaceFirst("<module>", "<module><ejb>" + module.getName() + "</ejb></module><module>");
        application.delete(DESCRIPTOR);
        return application.addAsModule(module).setApplicationXML(new StringAsset(descriptor));
    }

    private static String text(EnterpriseArchive application) {
        try (InputStream stream = application.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
