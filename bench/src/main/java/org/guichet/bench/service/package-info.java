/** The whole service, running, and ways to it: over HTTP, and past it into the same database. */
@NullMarked
package org.guichet.bench.service;

import org.jspecify.annotations.NullMarked;
