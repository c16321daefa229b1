package no.abakus.it.guest.jack;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** The application's first table. Flyway takes version and description from the name of the class. */
@SuppressWarnings("IdentifierName")
public class V1__Parcels extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("CREATE TABLE PARCELS (NUMBER INT PRIMARY KEY)");
        }
    }
}
