package no.abakus.tasks.deployment;

import java.util.List;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.server.FoundServer;

/** Chooses the data source of the tables, by JNDI name. */
final class DataSources {

    static final String DEFAULT = "java:comp/DefaultDataSource";

    /** The names under which the set-up of this server creates a data source for Abakus alone. */
    static final List<String> OWN = FoundServer.ofThisProcess().dataSources();

    private static final Log log = Log.get("no.abakus.tasks");

    private DataSources() {}

    /**
     * Returns the data source of this name. If the name is empty, returns the server's data source for Abakus alone. If
     * the server has none, returns the default data source. The tables are then beside those of the application.
     */
    @SuppressWarnings("BanJNDI") // the names are constants or come from the operator's settings
    static Supplier<DataSource> of(String name) {
        return of(name, InitialContext::doLookup);
    }

    static Supplier<DataSource> of(String name, Names names) {
        String chosen = name.isBlank() ? choose(names) : name.strip();
        return () -> named(chosen, names);
    }

    private static String choose(Names names) {
        for (String own : OWN) {
            if (isThere(own, names)) {
                return own;
            }
        }
        log.info("tables_in_default_data_source", "data_source", DEFAULT, "would_be_used", OWN);
        return DEFAULT;
    }

    /**
     * Whether there is a data source of this name, even if it is not ready yet. While a server starts its data sources,
     * a name may exist before its data source is ready. If the default data source were used in that case, the tables
     * would be in a different place at some starts.
     */
    private static boolean isThere(String name, Names names) {
        try {
            return names.lookup(name) instanceof DataSource;
        } catch (NameNotFoundException e) {
            return e.getCause() instanceof IllegalStateException;
        } catch (NamingException | RuntimeException e) {
            // This server cannot parse the name, because the name has the syntax of another server.
            return false;
        }
    }

    private static DataSource named(String name, Names names) {
        try {
            return (DataSource) names.lookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new OperationalException(
                    "The data source " + name
                            + " (abakus.tasks.result.data-source), which is to hold all tables, does not exist",
                    e);
        }
    }

    /** Looks names up. */
    interface Names {
        Object lookup(String name) throws NamingException;
    }
}
