package org.guichet.app.platform;

/** One authority and one of its procedures: one waiting line over all its centres. */
public record Pool(AuthorityId authority, String code) {}
