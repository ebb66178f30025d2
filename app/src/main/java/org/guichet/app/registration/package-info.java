/**
 * Requests, the persons in them, what suits them, how they are reached, and the windows in which they are collected.
 * Owns the tables registration_window, request, person, standing and joining; promises that a request is
 * always accepted, that a person stands once in a line, and that nobody learns from us who does.
 */
@NullMarked
package org.guichet.app.registration;

import org.jspecify.annotations.NullMarked;
