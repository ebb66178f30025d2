/**
 * Requests, the persons in them, what suits them, and how they are reached. Owns the tables request, person, standing,
 * joining and second_told; promises that a request is
 * always accepted, that a person stands once in a line, and that nobody learns from us who does.
 */
@NullMarked
package org.guichet.app.registration;

import org.jspecify.annotations.NullMarked;
