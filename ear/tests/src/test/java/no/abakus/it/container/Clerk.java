package no.abakus.it.container;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

/** A bean that anybody may call, and that calls other beans in the role of a clerk. */
@Stateless
@PermitAll
@DeclareRoles(Clerk.ROLE)
@RunAs(Clerk.ROLE)
public class Clerk {

    static final String ROLE = "clerk";

    @EJB
    private Vault vault;

    /** Opens the vault. */
    public boolean open() {
        return vault.open();
    }
}
