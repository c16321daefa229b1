package no.abakus.it.guest.host;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Lists no classes, as usual: the server registers every resource and provider that it finds in the archive. */
@ApplicationPath("api")
public class HostApi extends Application {}
