/**
 * How connections are taken, before any page is asked: so many requests at a time, none that takes for ever to arrive,
 * and a page of ours where the server itself refuses. Uses pages; knows nothing of what they are about.
 */
@NullMarked
package org.guichet.app.server;

import org.jspecify.annotations.NullMarked;
