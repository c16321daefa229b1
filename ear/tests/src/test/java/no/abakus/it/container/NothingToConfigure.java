package no.abakus.it.container;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Arquillian wants a type for the settings of {@link OwnServer}, which has none. */
public final class NothingToConfigure implements ContainerConfiguration {

    @Override
    public void validate() {}
}
