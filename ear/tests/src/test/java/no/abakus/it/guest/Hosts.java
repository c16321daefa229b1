package no.abakus.it.guest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import no.abakus.it.guest.host.HostApi;
import no.abakus.it.guest.jack.JackApi;
import no.abakus.it.guest.jack.Label;
import no.abakus.it.guest.jack.Labelling;
import no.abakus.it.guest.jack.Weighing;
import no.abakus.it.guest.jack.WeighingResource;
import no.abakus.it.server.Server;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the hosts' archives, with and without the parts of Abakus that an application includes. */
final class Hosts {

    private static final String ENGINE = "abakus-tasks.jar";
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
            <h:head><title>Host</title></h:head>
            <h:body><h:outputText value="#{greeting.text}"/></h:body>
            </html>
            """;
    private static final String FACES =
            """
            <faces-config xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"/>
            """;

    private Hosts() {}

    /** Relies on the server's JSON-B, filters and pages. */
    static WebArchive host(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage(HostApi.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource(new StringAsset(FACES), "faces-config.xml")
                .addAsWebResource(new StringAsset(PAGE), "page.xhtml");
    }

    /** Has libraries of its own: an old Jackson, Flyway and H2. */
    static WebArchive jack(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage(JackApi.class.getPackage())
                .deleteClasses(Label.class, Labelling.class, Labelling.Resource.class)
                .deleteClasses(Weighing.class, WeighingResource.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(ownLibraries());
    }

    private static File[] ownLibraries() {
        return Path.of(System.getProperty("abakus.host-libraries")).toFile().listFiles();
    }

    /** Adds everything that README.md tells a WAR to take in. */
    static WebArchive withAbakus(WebArchive war) {
        abakus().forEach((name, bytes) -> war.addAsLibrary(new ByteArrayAsset(bytes), name));
        return war;
    }

    /** Adds a task whose argument has annotations of the application's own Jackson. */
    static WebArchive withLabels(WebArchive jack) {
        return withTask(jack).addClasses(Label.class, Labelling.class, Labelling.Resource.class);
    }

    /** Adds a task, for archives that contain Abakus. */
    static WebArchive withTask(WebArchive war) {
        return war.addClasses(Weighing.class, WeighingResource.class);
    }

    /** Returns an EAR with these WARs. */
    static EnterpriseArchive ear(String name, WebArchive... wars) {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name).addAsModules(wars);
        return ear.setApplicationXML(new StringAsset(descriptor("", wars)));
    }

    static EnterpriseArchive earWithAbakus(String name, WebArchive... wars) {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name).addAsModules(wars);
        abakus().forEach((jar, bytes) -> {
            if (jar.equals(ENGINE)) {
                ear.add(new ByteArrayAsset(bytes), jar);
            } else {
                ear.addAsLibrary(new ByteArrayAsset(bytes), jar);
            }
        });
        return ear.setApplicationXML(new StringAsset(descriptor("<module><ejb>" + ENGINE + "</ejb></module>", wars)));
    }

    private static String descriptor(String engine, WebArchive... wars) {
        StringBuilder modules = new StringBuilder(engine);
        for (WebArchive war : wars) {
            modules.append("<module><web><web-uri>")
                    .append(war.getName())
                    .append("</web-uri><context-root>/")
                    .append(war.getName().replace(".war", ""))
                    .append("</context-root></web></module>");
        }
        return "<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">" + modules
                + "<library-directory>lib</library-directory></application>";
    }

    /** Writes the archive to the folder from which servers deploy it. */
    static Path file(Archive<?> archive) {
        // Tests that run at the same time make archives of the same name.
        Path folder = Path.of(
                System.getProperty("abakus.servers"), "guest", UUID.randomUUID().toString());
        folder.toFile().mkdirs();
        Path file = folder.resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    /** Returns the engine and everything in EAR/lib, by file name. */
    static Map<String, byte[]> abakus() {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        try (ZipFile ear = new ZipFile(Server.bareArchive().toFile())) {
            List<String> names = ear.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.equals(ENGINE) || name.matches("lib/.*\\.jar"))
                    .toList();
            for (String name : names) {
                try (InputStream jar = ear.getInputStream(ear.getEntry(name))) {
                    jars.put(name.replace("lib/", ""), jar.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
    }
}
