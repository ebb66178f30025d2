/**
 * The story of the demo: a clock that can be moved, invented people, and a page that leads through three weeks in five
 * minutes. Only there when the settings say so.
 */
@NullMarked
package org.guichet.app.demo;

import org.jspecify.annotations.NullMarked;
