package no.abakus.it.server;

/** A second shared server, because the tests of the pages take as long as all other tests of a shared server together. */
final class PagesServer extends SharedServer {

    PagesServer() {
        super("pages", 1900);
    }
}
