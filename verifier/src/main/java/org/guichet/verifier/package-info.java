/**
 * The command line that checks a published journal and re-runs its draws: signature, tree, windows, seals, beacons,
 * orders. Promises exit code 0 only when everything it checks holds, and says what it cannot check. Uses {@code core}
 * only.
 */
@NullMarked
package org.guichet.verifier;

import org.jspecify.annotations.NullMarked;
