/** The service: its launcher and its features, each in a folder of its own. */
@NullMarked
package org.guichet.app;

import org.jspecify.annotations.NullMarked;
