package org.guichet.app.window;

import org.guichet.app.platform.AuthorityId;

/** One authority and one of its procedures: one waiting line over all its centres. */
public record Pool(AuthorityId authority, String code) {}
