package no.abakus.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes applications of other authors, which are separate archives that contain the task system. */
public final class Applications {

    private static final String DESCRIPTOR = "META-INF/application.xml";

    private Applications() {}

    /** Returns an EAR with the task system and a web module of these classes, and without the console. */
    public static Path ear(Path folder, String name, Class<?>... classes) {
        EnterpriseArchive ear = abakus();
        String descriptor = text(ear)
                .replaceAll("<application-name>.*?</application-name>", "")
                .replaceAll("abakus-console.war", name + "-web.war")
                .replace("<context-root>/abakus</context-root>", "<context-root>/" + name + "</context-root>");
        ear.delete("abakus-console.war");
        ear.delete(DESCRIPTOR);
        ear.addAsModule(web(name + "-web.war", classes)).setApplicationXML(new StringAsset(descriptor));
        return written(ear.as(ZipExporter.class), folder.resolve(name + ".ear"));
    }

    /** Returns a WAR of these classes with the task system among its libraries. */
    public static Path war(Path folder, String name, Class<?>... classes) {
        WebArchive war = withLibraries(web(name + ".war", classes), library -> true);
        return written(war.as(ZipExporter.class), folder.resolve(name + ".war"));
    }

    /** Returns a WAR of these classes that can send tasks, but has no engine. */
    public static Path sender(Path folder, String name, Class<?>... classes) {
        WebArchive war = withLibraries(
                web(name + ".war", classes), Set.of("abakus-jackson.jar", "abakus-logging.jar")::contains);
        war.addAsLibrary(Path.of(System.getProperty("abakus.tasks-api")).toFile(), "abakus-tasks-api.jar");
        return written(war.as(ZipExporter.class), folder.resolve(name + ".war"));
    }

    /** Adds those jars of the task system's EAR whose names are wanted. */
    private static WebArchive withLibraries(WebArchive war, Predicate<String> wanted) {
        for (Map.Entry<ArchivePath, Node> entry : abakus().getContent().entrySet()) {
            String path = entry.getKey().get();
            String library = path.substring(path.lastIndexOf('/') + 1);
            if (path.endsWith(".jar") && wanted.test(library)) {
                war.addAsLibrary(entry.getValue().getAsset(), library);
            }
        }
        return war;
    }

    private static WebArchive web(String name, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static EnterpriseArchive abakus() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, Server.bareArchive().toFile());
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(ZipExporter archive, Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        archive.exportTo(file.toFile(), true);
        return file;
    }
}
