/** Beans of an application that is not Abakus. */
package no.abakus.shop;
