/** The screen in the waiting room: which ticket goes to which counter, and never a name. Owns no table. */
@NullMarked
package org.guichet.app.hall;

import org.jspecify.annotations.NullMarked;
