package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The ledger by key. */
@ApplicationScoped
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @Inject
    private Ledger ledger;

    @GET
    @Path("{key}")
    public List<LedgerRow.View> get(@PathParam("key") String key) {
        return ledger.rows(key);
    }
}
