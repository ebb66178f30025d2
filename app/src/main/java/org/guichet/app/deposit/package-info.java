/**
 * Dossiers that were laid on the counter, whole or not, and the receipts that prove it. Owns the table deposit;
 * promises that every deposit has its commitment in the journal and a receipt on paper and on the page of the request.
 */
@NullMarked
package org.guichet.app.deposit;

import org.jspecify.annotations.NullMarked;
