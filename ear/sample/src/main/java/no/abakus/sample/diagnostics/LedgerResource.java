package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.abakus.sample.login.WebkomOnly;

/** Shows the ledger to webkom. */
@RequestScoped
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @Inject
    Ledger ledger;

    @GET
    @Path("{key}")
    @WebkomOnly
    public List<LedgerView> rows(@PathParam("key") String key) {
        return ledger.rows(key);
    }
}
