package no.abakus.it.container;

import no.abakus.it.server.Product;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Registers {@link OwnServer} with Arquillian if it has no adapter for the product under test. */
public final class OwnServerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        if (Product.underTest() == Product.PAYARA) {
            builder.service(DeployableContainer.class, OwnServer.class);
        }
    }
}
