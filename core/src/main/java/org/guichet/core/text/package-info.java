/**
 * Canonical text: for every value one spelling, so that what is hashed or signed cannot be written in two ways. Uses
 * the JDK only.
 */
package org.guichet.core.text;
