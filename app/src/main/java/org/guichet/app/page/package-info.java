/** How the service speaks: languages and words, pages, forms, addresses that carry sealed answers. */
@NullMarked
package org.guichet.app.page;

import org.jspecify.annotations.NullMarked;
