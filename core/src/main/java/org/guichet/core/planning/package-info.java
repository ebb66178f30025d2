/** What can honestly be said of the future of a waiting line. Uses the JDK only. */
package org.guichet.core.planning;
