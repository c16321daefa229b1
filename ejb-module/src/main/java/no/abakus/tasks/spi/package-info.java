/**
 * The contracts that others may implement, and the records they exchange: how arguments are written
 * ({@link no.abakus.tasks.spi.TaskSerializer}), how messages leave ({@link no.abakus.tasks.spi.Transport}) and arrive
 * ({@link no.abakus.tasks.spi.DeliveryHandler}), and who receives events ({@link no.abakus.tasks.spi.EventListener}).
 *
 * <p>Depends on the API only, so that no contract exposes an internal type.
 */
package no.abakus.tasks.spi;
