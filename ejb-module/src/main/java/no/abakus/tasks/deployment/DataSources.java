package no.abakus.tasks.deployment;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;

/** Data sources by their JNDI names. */
final class DataSources {

    private DataSources() {}

    @SuppressWarnings("BanJNDI") // the name comes only from the operator's settings
    static DataSource named(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new OperationalException(
                    "There is no data source " + name + " (abakus.tasks.result.data-source), and results are to be kept"
                            + " in it",
                    e);
        }
    }
}
