package no.abakus.it.guest.jack;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Lists no classes, as usual. */
@ApplicationPath("api")
public class JackApi extends Application {}
