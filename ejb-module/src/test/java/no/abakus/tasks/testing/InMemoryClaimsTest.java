package no.abakus.tasks.testing;

import no.abakus.tasks.port.ClaimStore;

class InMemoryClaimsTest extends ClaimStoreContract {
    @Override
    protected ClaimStore store() {
        return new InMemoryClaims(new SettableClock());
    }
}
