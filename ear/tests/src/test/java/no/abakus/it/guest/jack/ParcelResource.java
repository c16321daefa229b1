package no.abakus.it.guest.jack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** Responses that depend on which Jackson the application sees, and on whose tables are in its database. */
@RequestScoped
@Path("parcels")
@Produces(MediaType.APPLICATION_JSON)
public class ParcelResource {

    @GET
    public Parcel one() {
        return new Parcel();
    }

    @POST
    public Parcel echo(Parcel parcel) {
        return parcel;
    }

    /** Whatever modules the application finds on its class path. */
    @GET
    @Path("mapped")
    @Produces(MediaType.TEXT_PLAIN)
    public String mapped() throws Exception {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        return PackageVersion.VERSION + " " + new TreeSet<>(mapper.getRegisteredModuleIds()) + " "
                + mapper.writeValueAsString(new Parcel());
    }

    @GET
    @Path("migrated")
    @Produces(MediaType.TEXT_PLAIN)
    public String migrated(@Context ServletContext context) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:parcels" + context.getContextPath().replace('/', '_') + ";DB_CLOSE_DELAY=-1");
        Flyway.configure(ParcelResource.class.getClassLoader())
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(new V1__Parcels())
                .load()
                .migrate();
        StringBuilder tables = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = 'PUBLIC' ORDER BY TABLE_NAME")) {
            while (rows.next()) {
                tables.append(rows.getString(1)).append('\n');
            }
        }
        return tables.toString();
    }
}
