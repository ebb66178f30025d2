/**
 * Where the public randomness comes from: relays of drand, or the rehearsal chain of the demo. Owns no table; promises
 * that nothing which comes from outside is trusted before it proved itself.
 */
@NullMarked
package org.guichet.app.beacon;

import org.jspecify.annotations.NullMarked;
