/**
 * Others who cosign the journal, asked in their own time. Owns the tables cosigned_checkpoint and cosignature; promises
 * that each line was verified before it was kept, and that no witness delays anything.
 */
@NullMarked
package org.guichet.app.witness;

import org.jspecify.annotations.NullMarked;
